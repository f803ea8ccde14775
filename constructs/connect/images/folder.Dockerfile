# Adds a plugin's folder to an image of Kafka Connect.
ARG BASE

FROM ${BASE}
ARG PLUGIN
COPY plugin/ /usr/share/confluent-hub-components/${PLUGIN}/
