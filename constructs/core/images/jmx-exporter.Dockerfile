# Adds the agent that shows a JVM's beans to Prometheus: fetched from Maven Central, refused unless it has its checksum.
ARG BASE
ARG FETCHER

FROM ${FETCHER} AS fetched
ARG URL
ARG SHA256
# Steps of their own, because a failed build only says which step it was. Its user may write nowhere but in /tmp.
RUN curl -fsSL --retry 3 -o /tmp/agent.jar "$URL"
RUN echo "$SHA256  /tmp/agent.jar" | sha256sum --check

FROM ${BASE}
ARG AGENT
COPY --from=fetched /tmp/agent.jar ${AGENT}
