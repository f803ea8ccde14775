# Adds a plugin's archive to an image of Kafka Connect: fetched by its address, refused unless it has its checksum.
ARG BASE
ARG FETCHER

FROM ${FETCHER} AS fetched
ARG URL
ARG SHA256
# The fetcher's user may write nowhere else.
RUN mkdir /tmp/plugin && cd /tmp \
 && curl -fsSL --retry 3 -o archive "$URL" \
 && actual=$(sha256sum archive | cut -d ' ' -f 1) \
 && { [ "$actual" = "$SHA256" ] || { echo "$URL has the SHA-256 $actual, not $SHA256." >&2; exit 1; }; } \
 && case "$URL" in \
      *.tar.gz | *.tgz) tar -xzf archive -C plugin --no-same-owner ;; \
      *.zip) python3 -m zipfile -e archive plugin ;; \
      *) mv archive "plugin/${URL##*/}" ;; \
    esac

FROM ${BASE}
ARG PLUGIN
COPY --from=fetched /tmp/plugin/ /usr/share/confluent-hub-components/${PLUGIN}/
