#!/bin/sh
# The recipes in share/examples/ and unhurried-sync(7): two homes, by rsync and by
# git; a note by mail that no word of it can turn into anything else.
. "$(dirname "$0")/lib.sh"

[ -d "$TOP/share/examples/to-travel" ] || skip_all 'no examples here'
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
examples=$TOP/share/examples
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

# in_home NAME COMMAND...: at that person's computer.
in_home() { who=$1; shift; HOME=$T/$who PATH=$PATH "$@"; }
# begin: alex has made ~/us; what travels the first time is all of it.
begin() {
	rm -rf alex sam us.git; mkdir alex sam
	in_home alex unhurried -q -d "$T/alex/us" init alex sam || exit 1
	in_home alex checkin -q -d "$T/alex/us" -m 'from alex'
	in_home alex share -q -d "$T/alex/us" --yes --part note "$(in_home alex recall -d "$T/alex/us" -1)"
}
joins() { in_home sam unhurried -q -d "$T/sam/us" join sam || exit 1; }
from_sam() {
	in_home sam checkin -q -d "$T/sam/us" -m 'from sam'
	in_home sam share -q -d "$T/sam/us" --yes --part note "$(in_home sam recall -d "$T/sam/us" --by sam -1)"
}
seen() { in_home "$1" recall -d "$T/$1/us" --shared; }
closed() { is "$(find "$T/$1/us" -path '*/.git' -prune -o -perm /077 ! -type l -print)" '' "$1's copy is open to nobody else"; }

# rsync, where ssh only looks like one.
if command -v rsync >/dev/null; then
	begin
	cp -R alex/us sam/us; joins
	printf '#!/bin/sh\nhost=$1; shift\ncd "%s/$host" && HOME=$PWD exec sh -c "$*"\n' "$T" >rsh && chmod +x rsh
	export RSYNC_RSH="$T/rsh"
	from_sam
	run in_home alex "$examples/to-travel/over-rsync" sam alex sam
	status_is 0 rsync; out_is ''; err_is ''
	like "$(seen alex)" 'from sam' 'fetched'
	in_home sam pause -q -d "$T/sam/us"
	run in_home alex "$examples/to-travel/over-rsync" sam alex sam
	run in_home alex signal -q -d "$T/alex/us"
	status_is 1 'a pause travels'
	in_home sam resume -q -d "$T/sam/us"
	id=$(in_home alex recall -d "$T/alex/us" --shared --by alex -1)
	in_home alex forget -q -d "$T/alex/us" --shared --yes "$id"
	run in_home alex "$examples/to-travel/over-rsync" sam alex sam
	unlike "$(seen sam)" 'from alex' 'what is taken back goes'
	run in_home alex signal -q -d "$T/alex/us"
	status_is 0 'and the end of a pause'
	mv alex/us/alex/now/here away
	snapshot "$T/sam"
	run in_home alex "$examples/to-travel/over-rsync" sam alex sam
	status_is 4 'an empty place sends nothing'; err_has 'alex is not whole'
	unchanged 'and takes nothing away' "$T/sam"
	closed alex; closed sam
else
	skip 'no rsync here'
fi

# git.
if command -v git >/dev/null; then
	begin
	git init -q --bare -b main us.git
	name() { git -C "$T/$1/us" config user.name us && git -C "$T/$1/us" config user.email us@localhost; }
	git -C alex/us init -q -b main && name alex
	git -C alex/us remote add origin "$T/us.git"
	git -C alex/us add -A && git -C alex/us commit -qm note && git -C alex/us push -q -u origin HEAD
	git clone -q us.git sam/us && name sam && chmod -R go-rwx sam/us && joins
	from_sam
	in_home alex pause -q -d "$T/alex/us"
	for who in sam alex sam; do
		run in_home $who "$examples/to-travel/over-git"
		status_is 0 "git: $who"; out_is ''; err_is ''
	done
	like "$(seen alex)" 'from sam' 'fetched'
	like "$(seen sam)" 'from alex' 'and there'
	run in_home sam signal -q -d "$T/sam/us"
	status_is 1 'a pause travels'
	is "$(git -C alex/us log --format=%s%an | sort -u | grep -v '^Merge' | tr '\n' ' ')" 'noteus ' 'messages and names say nothing'
	closed alex; closed sam
else
	skip 'no git here'
fi

# Mail, where sendmail only writes down what it is given.
begin
printf '#!/bin/sh\nprintf "%%s|" "$@" >"%s"; cat >"%s"\n' "$T/called" "$T/mail" >sendmail && chmod +x sendmail
printf '%s\n' 'Bcc: everyone' . 'From me <b>' | in_home alex checkin -d "$T/alex/us" - >id 2>err || diag <err
in_home alex share -q -d "$T/alex/us" --yes --part note "$(cat id)"
SENDMAIL=$T/sendmail UNHURRIED_DIR=$T/alex/us run in_home alex "$examples/from-cron/weekly-mail" me@example.org
status_is 0 'a note by mail'; out_is ''; err_is ''
is "$(cat called)" '-i|--|me@example.org|' 'to nobody else'
is "$(sed '/^$/,$d' mail)" 'To: me@example.org
Subject: A quiet note
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit' 'a head without a word of it'
like "$(sed '1,/^$/d' mail)" 'Bcc: everyone' 'its words are in it'
for file in "$examples"/from-cron/* "$examples"/to-travel/* "$TOP/man/unhurried-sync.7"; do
	is "$(grep -ciE 'vagin|pelvi|intim' "$file")" 0 "${file##*/} tells a stranger nothing"
done
# What the page shows is what the files hold.
page=$(sed -n '/^\.Bd/,/^\.Ed/p' "$TOP/man/unhurried-sync.7")
while read -r line; do like "$page" "$line" "the page has: $line"; done <<EOS
$(grep -v '^#' "$examples/from-cron/weekly.crontab")
$(grep -v '^#' "$examples/from-cron/msmtprc")
EOS
if command -v systemd-analyze >/dev/null; then
	systemd-analyze verify --user --man=no "$examples/from-cron/weekly.service" "$examples/from-cron/weekly.timer" >out 2>&1 || true
	is "$(grep -F weekly out)" '' 'systemd-analyze finds nothing'
fi
done_testing
