export * from '@cdktf/provider-kafka-connect';
