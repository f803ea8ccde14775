# Adds a folder of Python, and the packages that it requires, to an image of Spark.
ARG BASE
ARG FETCHER

# The packages are for the Python that imports them, which need not be the fetcher's.
FROM ${BASE} AS python
RUN python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' > /tmp/python-version

FROM ${FETCHER} AS fetched
# Files keep their modes, and not everybody may read them.
USER root
ARG REQUIREMENTS
COPY app/ /tmp/app/
COPY --from=python /tmp/python-version /tmp/
# Wheels only: what is fetched does not run in the build.
RUN if [ -n "$REQUIREMENTS" ]; then \
      python3 -m pip install --no-cache-dir --no-compile --only-binary=:all: --target /tmp/app/.packages \
        --python-version "$(cat /tmp/python-version)" --requirement "/tmp/app/$REQUIREMENTS"; \
    fi
RUN chmod -R a+rX /tmp/app && python3 -c 'import shutil; shutil.make_archive("/tmp/app", "zip", "/tmp/app")'

FROM ${BASE}
COPY --from=fetched /tmp/app/ /opt/app/
COPY --from=fetched /tmp/app.zip /opt/app.zip
