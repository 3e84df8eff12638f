# Sourced. Waits for the end of the lifeline, descriptor 5, which is the end of the JVM or of its runtime; then ends the container's
# program, or keeps what it prints, read from descriptors 3 and 4, in files for the next JVM.
trap '' HUP INT QUIT TERM
PATH=/usr/bin:/bin:$PATH
while read -r line <&5; do :; done
if [ "$when_alone" = keep ]; then
    # From here on the shim waits for this to be done, so that what a program prints last is not lost with the pipes.
    echo >"$directory/keeping"
    # In sessions of their own, so that they read to the end when the shim ends the program's session.
    $setsid cat <&3 >>"$directory/spool.stdout" 3<&- 4<&- 5<&- &
    echo $! >"$directory/spool.stdout.pid"
    $setsid cat <&4 >>"$directory/spool.stderr" 3<&- 4<&- 5<&- &
    echo $! >"$directory/spool.stderr.pid"
else
    cat <&3 >/dev/null &
    cat <&4 >/dev/null &
    read -r program <"$directory/pid"
    kill -s TERM "$program"
    sleep 5
    kill -s KILL -- "-$$"
fi
