from pyspark.sql import SparkSession

SparkSession.builder.getOrCreate().range(1_000_000).groupBy().count().show()
