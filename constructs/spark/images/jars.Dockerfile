# Adds jars to an image of Spark: fetched by their addresses, refused unless each has its checksum.
ARG BASE
ARG FETCHER

FROM ${FETCHER} AS fetched
# Each as <sha256>=<address>.
ARG JARS
# Steps of their own, because a failed build only says which step it was. Its user may write nowhere but in /tmp.
RUN mkdir /tmp/jars && cd /tmp/jars \
 && for jar in $JARS; do \
      if command -v curl > /dev/null; then curl -fsSL --retry 3 -O "${jar#*=}"; else wget -q "${jar#*=}"; fi || exit 1; \
    done
RUN cd /tmp/jars && for jar in $JARS; do echo "${jar%%=*}  ${jar##*/}"; done | sha256sum --check

FROM ${BASE}
COPY --from=fetched /tmp/jars/ /opt/spark/added-jars/
