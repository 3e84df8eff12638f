# Keeps the output of a container whose shim another JVM has started: sh adopt.sh DIRECTORY SETSID SHIM, the number of the shim's process.
directory=$1
setsid=$2
when_alone=keep
exec 5<&0 0</dev/null 3<"/proc/$3/fd/3" 4<"/proc/$3/fd/4" >/dev/null 2>&1
. "${0%/*}/keeper.sh"
