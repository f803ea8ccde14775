# Adds a plugin's archive to an image of Kafka Connect: fetched by its address, refused unless it has its checksum.
ARG BASE
ARG FETCHER

FROM ${FETCHER} AS fetched
ARG URL
ARG SHA256
# Steps of their own, because a failed build only says which step it was. Its user may write nowhere but in /tmp.
RUN curl -fsSL --retry 3 --create-dirs -o "/tmp/fetched/${URL##*/}" "$URL"
RUN echo "$SHA256  /tmp/fetched/${URL##*/}" | sha256sum --check
RUN mkdir /tmp/plugin && cd /tmp/fetched \
 && case "$URL" in \
      *.tar.gz | *.tgz) tar -xzf * -C /tmp/plugin --no-same-owner ;; \
      *.zip) python3 -m zipfile -e * /tmp/plugin ;; \
      *) mv * /tmp/plugin ;; \
    esac

FROM ${BASE}
ARG PLUGIN
COPY --from=fetched /tmp/plugin/ /usr/share/confluent-hub-components/${PLUGIN}/
