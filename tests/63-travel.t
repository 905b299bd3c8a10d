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
	in_home sam checkin -d "$T/sam/us" -m 'from sam' >id 2>err || diag <err
	in_home sam share -q -d "$T/sam/us" --yes --part note "$(cat id)"
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
	over() { run in_home "$1" "$examples/to-travel/over-git"; [ "$status-$(cat "$T/out" "$T/err")" = 0- ] || { ok "over-git: $1" false; said; }; }
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
	in_home alex resume -q -d "$T/alex/us"; over alex; over sam

	quick_ends

	if whole; then
		# A merge that lines were left in, and a pause that is given meanwhile.
		printf '  slow:\n    ask: "Slow?"\n    low: "no"\n    high: "yes"\n    gentler: high\n' >>alex/us/couple.yaml
		printf '  warm:\n    ask: "Warm?"\n    low: "no"\n    high: "yes"\n    gentler: high\n' >>sam/us/couple.yaml
		over alex
		git -C sam/us add -A && git -C sam/us commit -qm note
		git -C sam/us pull -q --no-rebase --no-edit >out 2>&1
		ok 'a merge by lines leaves markers' grep -q '^<<<<<<<' sam/us/couple.yaml
		in_home sam pause -q -d "$T/sam/us" -u sam 2>err
		over sam; over alex
		ok 'a pause given in a merge that was left half-way is at the other after two runs' [ -e alex/us/sam/now/pause.yaml ]
		run in_home alex signal -q -d "$T/alex/us"
		status_is 1 'and stands'
		is "$(grep -rl '^<<<<<<<\|^>>>>>>>' --exclude-dir=.git alex sam)" '' 'markers are nowhere'
		is "$(git -C us.git log -p --all | grep -c '^[-+]<<<<<<<')" 0 'and never were'
		for who in alex sam; do
			is "$(cat $who/us/couple*.yaml | grep -c '  slow:\|  warm:')" 2 "$who: both scales lie there"
			run in_home $who unhurried check -d "$T/$who/us"
			status_is 1; out_has "couple.yaml: what differs: scales; couple.yaml counts" "$who: check tells"
		done
		# Where couple.yaml could not be read it was given for both.
		in_home sam resume -q -d "$T/sam/us"; over sam; over alex
		in_home alex resume -q -d "$T/alex/us"; over alex; over sam
		rm -f */us/couple.sync-conflict*
	fi

	# Below the other's name nothing is changed from here, but a pause.
	in_home sam agree -q -d "$T/sam/us" hold talk 'slowly'
	in_home sam pause -q -d "$T/sam/us"; over sam; over alex
	find alex/us/sam -name '*.yaml' -exec sh -c 'echo "more: 1" >>"$1"' sh {} \;
	rm alex/us/sam/now/pause.yaml alex/us/sam/now/here
	cp -R sam/us/sam sams
	over alex; over sam
	# git has no empty directories.
	differ() { diff -r --exclude=.git --exclude=.stignore "$@" | grep -v '^Only in [^:]*: \(bounds\|held\|log\)$'; }
	is "$(differ sams sam/us/sam)" '' "nothing of sam's is changed from another computer"
	is "$(differ sams alex/us/sam)" '' 'where it is as it was again'
	echo 'more: 2' >>alex/us/sam/person.yaml
	(umask 077; echo >alex/us/sam/now/pause-here.yaml)
	in_home sam agree -q -d "$T/sam/us" end talk; in_home sam resume -q -d "$T/sam/us"
	over sam; over alex; over sam
	is "$(cat sam/us/sam/person.yaml)" "$(cat sams/person.yaml)" 'nor where something came meanwhile'
	ok 'what sam ended is ended' [ -e alex/us/sam/held/agree/talk.ended ]
	ok 'a pause that was given under that name goes over' [ -e sam/us/sam/now/pause-here.yaml ]
	ok 'and the one that sam ended is ended' [ ! -e alex/us/sam/now/pause.yaml ]
	in_home sam resume -q -d "$T/sam/us"; over sam

	# A pause is ended where it was given.
	in_home alex pause -q -d "$T/alex/us"; over alex; over sam
	git -C sam/us rm -q alex/now/pause.yaml && git -C sam/us commit -qm note && git -C sam/us push -q
	over alex
	ok 'a pause that was taken away elsewhere stays' [ -e alex/us/alex/now/pause.yaml ]
	over sam
	ok 'and is there again' [ -e sam/us/alex/now/pause.yaml ]
	in_home alex resume -q -d "$T/alex/us"; over alex; over sam
	ok 'until its author ends it' [ ! -e sam/us/alex/now/pause.yaml ]

	# Nothing that lies in the directory is run, and a run that was cut off is no hindrance.
	for hook in pre-commit post-merge post-checkout pre-push reference-transaction post-index-change; do
		printf '#!/bin/sh\ntouch "%s/hooked"\n' "$T" >sam/us/.git/hooks/$hook && chmod +x sam/us/.git/hooks/$hook
	done
	from_sam; : >sam/us/.git/index.lock; touch -d '1 hour ago' sam/us/.git/index.lock
	over sam; over alex
	ok 'no hook is run' [ ! -e hooked ]
	mv sam/.local/share/unhurried/private private.away
	run in_home sam "$examples/to-travel/over-git"
	status_is 4 'where nobody writes, nothing is merged'; err_has 'over-git DIR NAME says who writes here'
	run in_home sam "$examples/to-travel/over-git" "$T/sam/us" sam
	status_is 0 'unless it is said who does'
	mv private.away sam/.local/share/unhurried/private
	is "$(differ alex/us sam/us)" '' 'both are the same'
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
# Whoever can write in the shared directory decides nothing that cron runs.
is "$(cat "$TOP"/man/*.[157] "$TOP/README" "$examples"/*/* | grep -E '(^|[^a-z~])(~/)?us/[a-z]+-[a-z]+( |$)')" '' 'no recipe runs what lies in the shared directory'
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
