export * from '@cdktf/provider-docker';
