# Adds an application to an image of Spark.
ARG BASE

FROM ${BASE}
COPY app.jar /opt/app/app.jar
