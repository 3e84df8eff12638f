# Runs one container: sh shim.sh DIRECTORY keep|end [SETSID]
#
# It is the leader of the container's session and outlives the JVM that started it. Standard output and error are pipes to that JVM; the
# shim also holds their reading ends open, so that a JVM that dies neither breaks nor, thanks to the keeper, blocks them. Standard input is
# the lifeline: it ends when the JVM does.
directory=$1
when_alone=$2
setsid=$3

exec 5<&0 0</dev/null 6>&2
if [ -e /proc/self/fd/1 ]; then
    exec 3</proc/self/fd/1 4</proc/self/fd/2
else
    exec 3</dev/null 4</dev/null
fi
exec 2>/dev/null
# Caught, not ignored: what is caught is back at its default in the program.
trap : HUP INT QUIT TERM USR1 USR2

(
    exec >/dev/null 6>&-
    . "${0%/*}/keeper.sh"
) &
keeper=$!

# In a subshell, so that what this shell says of a program killed by a signal goes to its own, closed, standard error.
(exec /bin/sh "$directory/command" 2>&6 3<&- 4<&- 5<&- 6>&-)
code=$?
echo "$code" >"$directory/exit"
# Waited for, so that it is no zombie where process 1 does not reap. One that has begun to keep output ends by itself.
[ -e "$directory/keeping" ] || kill -s KILL "$keeper"
wait "$keeper"
# What the program has started ends with it; and so does the shim. Without a session of its own there is no such group.
kill -s KILL -- "-$$"
exit "$code"
