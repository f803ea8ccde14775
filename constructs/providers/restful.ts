export * from '@cdktf/provider-restful';
