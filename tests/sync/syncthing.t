#!/bin/sh
# Three Syncthing instances on the loopback of a network namespace, with all that
# calls out switched off: each computer of the story has one. They are in a namespace
# of processes, too, whose first is this test: none outlives it, however it ends.
if [ -z "${SYNC_APART-}" ]; then
	for how in -n -rn; do
		how="$how -p --fork --kill-child"
		unshare $how true 2>/dev/null && SYNC_APART=$how && export SYNC_APART && exec unshare $how sh "$0"
	done
fi
apart_here=${SYNC_APART-}
. "$(dirname "$0")/../lib.sh"

[ -n "$apart_here" ] || skip_all 'no network namespace here'
need syncthing curl jq ip clock
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
. "$TOP/tests/sync/story.sh"
ip link set lo up || skip_all 'no loopback in a network namespace here'
pids=
stop() { for pid in $pids; do kill "$pid" 2>/dev/null; done; for pid in $pids; do wait "$pid" 2>/dev/null; done; pids=; }
teardown() { stop; unlanded; }

number() { case $1 in a1) echo 1 ;; a2) echo 2 ;; b) echo 3 ;; esac; }
# rest COMPUTER METHOD PATH
rest() { curl -sf -m 20 -X "$2" -H "X-API-Key: $1" "http://127.0.0.1:2220$(number "$1")/rest/$3"; }
instance() { STNODEFAULTFOLDER=1 HOME="$T/st.$1" syncthing "$2" --home="$T/st.$1" $3; }

config() {
	cat <<EOS
<configuration version="35">
<folder id="us" label="us" path="$T/$1/us" type="sendreceive" rescanIntervalS="86400" fsWatcherEnabled="false">
$(for to in $(each); do echo "<device id=\"$(cat id.$to)\"></device>"; done)
<minDiskFree unit="%">0</minDiskFree><maxConflicts>10</maxConflicts>
</folder>
$(for to in $(each); do
	echo "<device id=\"$(cat id.$to)\" name=\"$to\" compression=\"never\"><address>tcp://127.0.0.1:2210$(number $to)</address></device>"
done)
<gui enabled="true" tls="false"><address>127.0.0.1:2220$(number "$1")</address><apikey>$1</apikey></gui>
<options><listenAddress>tcp://127.0.0.1:2210$(number "$1")</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><stunServer></stunServer>
<startBrowser>false</startBrowser><crashReportingEnabled>false</crashReportingEnabled><urAccepted>-1</urAccepted>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH><announceLANAddresses>false</announceLANAddresses>
<reconnectionIntervalS>1</reconnectionIntervalS></options>
</configuration>
EOS
}

# until_met: all three have read what lies there, want nothing more, and hold the same.
until_met() {
	tries=0 alike=0
	while [ $tries -lt 120 ] && [ $alike -lt 2 ]; do
		tries=$((tries + 1))
		for computer in $(each); do rest $computer POST 'db/scan?folder=us' >/dev/null; done
		for computer in $(each); do files $computer >met.$computer; rest $computer GET 'db/status?folder=us' | jq .needTotalItems; done >needs
		if cmp -s met.a1 met.a2 && cmp -s met.a1 met.b && [ "$(sort -u needs)" = 0 ]; then alike=$((alike + 1)); else alike=0; fi
		sleep 0.5
	done
	ok "$about: they meet" [ $alike -ge 2 ]
}
travel_begin() {
	stop
	for computer in $(each); do
		rm -rf st.$computer
		instance $computer generate '--no-default-folder --skip-port-probing' >st.log 2>&1
		instance $computer serve --device-id >id.$computer
		[ -d $computer/us ] || mkdir -m 700 $computer/us
	done
	for computer in $(each); do config $computer >st.$computer/config.xml; done
	# What Syncthing is told is not carried: a folder's own first.
	for computer in a2 b; do cp a1/us/.stignore $computer/us/; done
	for computer in $(each); do
		# In the place of a shell: what ends it ends this.
		(export STNODEFAULTFOLDER=1 HOME="$T/st.$computer"
		exec syncthing serve --home="$HOME" --no-browser --no-restart --no-upgrade) >st.$computer/log 2>&1 &
		pids="$pids $!"
	done
	for computer in $(each); do
		tries=0
		until rest $computer GET system/ping >/dev/null 2>&1 || [ $((tries += 1)) -gt 120 ]; do sleep 0.5; done
	done
	until_met
}
apart() { for computer in $(each); do rest $computer POST system/pause >/dev/null; done; }
meet() {
	for computer in "$@"; do rest $computer POST 'db/scan?folder=us' >/dev/null; done
	for computer in "$@"; do rest $computer POST system/resume >/dev/null; done
	until_met
}
story 'Syncthing' '' 4
story 'Syncthing, sam on an older version' b 2
story 'Syncthing, alex on an older version' 'a1 a2' 2
is "$(cat st.*/log | grep -iE 'relay|discovery|stun|upgrade' | grep -E 'dial|lookup|query' | head -n 3)" '' 'nobody calls out'
done_testing
