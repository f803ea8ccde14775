# Sourced by the start scripts of the services.
# shellcheck shell=bash

# As in the public images, the arguments of the script are variables for the service alone: tools that somebody runs beside it
# do not see them.
for assignment; do export "${assignment?}"; done

fail() {
  echo "$1" >&2
  exit 1
}

# require NAME... : each must be set and not empty
require() {
  local name
  for name; do
    [[ -n ${!name:-} ]] || fail "$name is required."
  done
}

# require_writable FOLDER...
require_writable() {
  local folder
  for folder; do
    [[ -w $folder ]] || fail "$folder must be writable by user $(id -u), but it is not: check the volume or tmpfs mounted there."
  done
}

# properties PREFIX EXCLUDED : prints each variable PREFIX… as a property, but those matching the expression EXCLUDED.
# In names `_` stands for `.`, `__` for `_` and `___` for `-`.
properties() {
  local prefix=$1 excluded=$2 variable name
  while IFS= read -r -d '' variable; do
    name=${variable%%=*}
    [[ $name == "$prefix"* && ! $name =~ ^$prefix($excluded)$ ]] || continue
    name=${name#"$prefix"}
    # The longest first, by way of capitals: the names themselves are in lower case by then.
    name=${name,,}
    name=${name//___/H}
    name=${name//__/U}
    name=${name//_/.}
    name=${name//U/_}
    printf '%s=%s\n' "${name//H/-}" "${variable#*=}"
  done < <(env -0 | sort -z)
}

# logging LEVEL LOGGERS : configures Log4j to log to the container's output, in the words of 1 and of 2: whichever the
# image has takes its own. LOGGERS is a comma-separated list of `logger=LEVEL`.
logging() {
  log4j_properties "$@" > /etc/kafka/log4j.properties
  log4j2_properties "$@" > /etc/kafka/log4j2.properties
}

log4j_properties() {
  local logger
  echo "log4j.rootLogger=$1, stdout"
  echo 'log4j.appender.stdout=org.apache.log4j.ConsoleAppender'
  echo 'log4j.appender.stdout.layout=org.apache.log4j.PatternLayout'
  echo 'log4j.appender.stdout.layout.ConversionPattern=[%d] %p %m (%c)%n'
  tr ',' '\n' <<< "$2" | while read -r logger; do
    [[ -z $logger ]] || echo "log4j.logger.$logger"
  done
}

log4j2_properties() {
  local logger number=0
  echo "rootLogger.level=$1"
  echo 'rootLogger.appenderRef.stdout.ref=stdout'
  echo 'appender.stdout.type=Console'
  echo 'appender.stdout.name=stdout'
  echo 'appender.stdout.layout.type=PatternLayout'
  echo 'appender.stdout.layout.pattern=[%d] %p %m (%c)%n'
  tr ',' '\n' <<< "$2" | while read -r logger; do
    [[ -n $logger ]] || continue
    number=$((number + 1))
    echo "logger.$number.name=${logger%%=*}"
    echo "logger.$number.level=${logger#*=}"
  done
}

# serve HEAP CLASS CONFIGURATION : becomes the service, so that signals reach the JVM.
serve() {
  export KAFKA_HEAP_OPTS=${KAFKA_HEAP_OPTS:-$1}
  export KAFKA_LOG4J_OPTS=${KAFKA_LOG4J_OPTS:--Dlog4j.configuration=file:/etc/kafka/log4j.properties \
-Dlog4j2.configurationFile=/etc/kafka/log4j2.properties}
  if [[ -n ${KAFKA_JMX_PORT:-} ]]; then
    # A JMX client is sent on to the host name and port of the RMI server: both must be reachable from outside.
    export KAFKA_JMX_OPTS="${KAFKA_JMX_OPTS:--Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false} \
-Dcom.sun.management.jmxremote.local.only=false \
-Dcom.sun.management.jmxremote.port=$KAFKA_JMX_PORT \
-Dcom.sun.management.jmxremote.rmi.port=$KAFKA_JMX_PORT \
-Djava.rmi.server.hostname=${KAFKA_JMX_HOSTNAME:-$(hostname -i | cut -d' ' -f1)}"
  fi
  exec kafka-run-class "$2" "$3"
}
