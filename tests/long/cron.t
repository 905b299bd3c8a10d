#!/bin/sh
# Debian's cron runs what --crontab printed, for an account made for this; a local
# mail program delivers what it says, and it is read back from the mailbox.
. "$(dirname "$0")/../lib.sh"

PATH=$PATH:/usr/sbin:/sbin
[ "$(id -u)-$(uname)" = 0-Linux ] || skip_all 'takes root'
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
need cron crontab sendmail useradd userdel clock runuser
pgrep -x cron >/dev/null && skip_all 'a cron of this system runs already'
[ ! -e /var/run/crond.pid ] || skip_all 'a cron of this system may run already'
user=quiet$$ home=$T/me
clock_at '2026-11-22 17:55:00'
# begin_cron TIME: one whose clock begins there. What it runs has that of this file.
begin_cron() { at_time "@$1" cron -f >cron.out 2>&1 & daemon=$!; }
end_cron() {
	[ -n "${daemon-}" ] || return
	kill "$(cat /var/run/crond.pid)"; wait "$daemon"
	rm -f /var/run/crond.pid
	daemon=
} 2>/dev/null
teardown() {
	end_cron
	crontab -u "$user" -r 2>/dev/null
	userdel "$user" 2>/dev/null
	rm -f "/var/mail/$user" "/var/spool/mail/$user"
}
chmod 755 "$T"
clock_for_all
useradd -M -d "$home" -s /bin/sh "$user" || skip_all 'no account can be made here'
install -d -o "$user" "$home"
as() { bare "$(command -v runuser)" -u "$user" -- env HOME="$home" PATH="$bin:/usr/bin:/bin" UNHURRIED_SHARE="$TOP/share" TZ=Pacific/Kiritimati "$@"; }
as nudge --version >/dev/null 2>&1 || skip_all 'another account cannot run what is built here'
{ as unhurried init alex sam && as unhurried -u sam join; } >out 2>&1 || { diag <out; exit 1; }
cat >>"$home/.config/unhurried/config.yaml" <<'EOS'
nudge:
  quiet: none
  moment: {from: "00:00", every: "1 day"}
EOS
as checkin -q mood=7 -m 'a quiet evening'
as share -q --yes --part note "$(as recall -1)"

# The lines as they are, and a look back by the recipe, at an hour that is near.
as nudge -q --crontab >lines
# The recipe's own line, with the tools that are built here.
{ printf 'LD_PRELOAD=%s\nMOMENT=%s\n' "$LD_PRELOAD" "$MOMENT"; cat lines; echo "PATH=$bin:/usr/bin:/bin"; echo "from=$TOP/share/examples/from-cron"; sed -n '/^0 18/p' "$TOP/share/examples/from-cron/weekly.crontab"; } >table
command -v mail >/dev/null || sed -i '$d' table
run crontab -u "$user" table
status_is 0 'crontab takes them'
begin_cron '2026-11-22 17:59:45'
mails() { for box in "/var/mail/$user" "/var/spool/mail/$user"; do [ ! -f "$box" ] || { grep -c '^From ' "$box"; return; }; done; echo 0; }
wanted=$(command -v mail >/dev/null && echo 2 || echo 1)
i=0
while [ "$(mails)" -lt "$wanted" ] && [ $i -lt 90 ]; do sleep 1; i=$((i + 1)); done
is "$(mails)" "$wanted" 'what was said came by mail' || diag <cron.out
for box in "/var/mail/$user" "/var/spool/mail/$user"; do [ ! -f "$box" ] || break; done
# part N: a mail of the box.
part() { awk -v n="$1" '/^From / { at++ } at == n' "$box"; }
[ "$(part 1 | grep -c '^Subject: Cron')" = 1 ] && first=1 || first=2
like "$(part "$first" | sed '/^$/q')" "Subject: Cron <$user@" "cron's own subject"
line=$(part "$first" | sed '1,/^$/d' | sed '/^$/d')
ok 'one shipped line is all of it' grep -qF "text: \"$line\"" "$TOP/share/nudges/en/nudges.yaml" || echo "$line" | diag
is "$(part "$first" | sed '/^$/q' | grep -v '^X-Cron-Env\|^Received\|^From\|^To\|^Date\|^Message-Id' | grep -ciE 'alex|sam|vagin|pelvi|partner|intim')" 0 'its head tells nothing'
like "$(part "$first")" 'TZ=Pacific/Kiritimati' 'with the zone that was printed'
like "$(cat "$home/.local/state/unhurried/alex/said.yaml")" "for: \"$(TZ=Pacific/Kiritimati date +%F)\"" 'and the day of that zone'
if [ "$wanted" = 2 ]; then
	other=$((3 - first))
	like "$(part "$other" | sed '/^$/q')" 'Subject: A quiet note' 'a look back by mail'
	like "$(part "$other")" 'a quiet evening' 'with what it holds'
fi
# The next quarter of an hour: nothing to say, and so no mail.
end_cron
begin_cron '2026-11-22 18:14:45'
sleep 25
is "$(mails)" "$wanted" 'nothing due is no mail'
done_testing
