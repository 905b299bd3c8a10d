#!/bin/sh
# Which language somebody is spoken to in, who says so, and what a broken catalog does.
. "$(dirname "$0")/lib.sh"

[ -f "$TOP/po/messages" ] || skip_all 'no source tree'
need python3
run "$TOP/po/messages" xx "$TOP/share" "$T/share"
status_is 0 'a language for tests is made'
export UNHURRIED_SHARE="$T/share"
clock_at '2026-11-25 14:00:00'
couple
person=$XDG_DATA_HOME/unhurried/shared/alex/person.yaml config=$XDG_CONFIG_HOME/unhurried/config.yaml
english='No pause was found. That is not a yes.'
is_xx() { run signal "$@"; out_has '⟦No pause was found.'; }
is_english() { run signal "$@"; is "$(cat out)" "$english" "English: $*"; }

is_english
is_xx --language xx
is_english --language xx --language en
run signal --language '?'
status_is 2 'a name that is none'
err_has 'expected one such as es or pt_BR'
for name in UNHURRIED_LANGUAGE LC_MESSAGES LANG; do
	(unset LC_ALL; export "$name=xx_QQ.UTF-8"; signal) >"$T/out"
	out_has '⟦No pause' "$name"
done
is "$(UNHURRIED_LANGUAGE=en LC_ALL=xx signal)" "$english" 'ours comes before those of all programs'
is "$(UNHURRIED_LANGUAGE=fr signal)" "$english" 'one that is not there is English'
cp "$config" config
echo 'language: xx' >>"$config"
is_xx
is_english --language en
is "$(UNHURRIED_LANGUAGE=en signal)" "$english" 'the environment comes before config.yaml'
cp config "$config"
echo 'language: xx' >>"$person"
is_xx
run signal -u sam
unlike "$(cat out)" '⟦' 'it is not the language of the other'
is_english --language en

# A catalog that is begun has the plural of its language, as base/plural.c has it.
for plural in 'fr 2 (n > 1)' 'ja 1 0' 'pt_BR 2 (n > 1)' 'pt 2 (n != 1)' 'pl 3 (n==1 ? 0 :'; do
	one_of 5 plural || continue
	language=${plural%% *} rule=${plural#* }
	run "$TOP/po/messages" merge "$T/$language.po"
	status_is 0 "$language is begun"
	like "$(cat "$T/$language.po")" "nplurals=${rule%% *}; plural=${rule#* }" "its plural: $plural"
	is "$(grep -o '^msgstr\[.*\]' "$T/$language.po" | sort -u | wc -l | tr -d ' ')" "${rule%% *}" 'as many forms to write'
done

# A plural, and a tool that has a sentence of its own.
printf '{"at":"2026-11-22T21:00","mood":3}\n' >one
printf '{"at":"2026-11-22T21:00","mood":3}\n{"at":"2026-11-22T22:00","mood":4}\n' >two
run checkin --language xx -n -f one
err_has '⟦1 record: '
run checkin --language xx -n -f two
err_has '⟦2 records: '

# What a catalog must not do: anything but English.
mo=$T/share/messages/xx.mo
cp "$mo" mo
sed -i '$d' "$person"
export UNHURRIED_LANGUAGE=xx
is_xx
for size in 0 1 27 28 1000 100000 $(($(wc -c <mo) - 1)); do
	one_of 3 size || continue
	head -c "$size" mo >"$mo"
	is "$(signal)" "$english" "cut at $size bytes"
done
rm "$mo" && mkdir "$mo"
is_english
rmdir "$mo" && mkfifo "$mo"
is_english
rm "$mo" && ln -s /dev/zero "$mo"
is_english
rm "$mo" && cp mo "$mo"
is_xx
run pause
status_is 0 'a pause is a pause in each'
err_has '⟦Stopped.'
run signal -q
status_is 1 'a script is told'
out_is ''
err_is ''

# No file more is opened for English, and none for a script.
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
	strace -f -o trace -e trace=open,openat signal -q
	ok 'a script opens no catalog' not grep -q 'messages/' trace
	UNHURRIED_LANGUAGE=en strace -f -o trace -e trace=open,openat signal >/dev/null
	ok 'English opens none' not grep -q 'messages/' trace
	strace -f -o trace -e trace=open,openat signal >/dev/null
	ok 'another language opens one' grep -q 'messages/xx.mo' trace
else
	skip 'no strace here'
fi
done_testing
