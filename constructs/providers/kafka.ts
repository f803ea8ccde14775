export * from '@cdktf/provider-kafka';
