# shellcheck shell=sh
# shellcheck disable=SC2154 # places are place.sh's
# What calls do when a place is not as it should be. After sweep.sh.

# Who may not do what modes forbid is $as_nobody.
user_ready() {
	nobody_ready && chmod 755 "$HOME" "$refuse" "$EDITOR" || return 1
	[ -z "$as_nobody" ] || chown -R 65534:65534 "$T/homes"
	nobody test -x "$T/homes" 2>/dev/null
}

# spoil STATE, and mend STATE: what is wrong with the place, and right again.
broken='id: [this, is: not'
spoil() {
	case $1 in
	well) ;;
	'config.yaml broken') echo "$broken" >"$config" ;;
	'couple.yaml broken') echo "$broken" >"$shared/couple.yaml" ;;
	'private place missing') mv "$private" "$T/away" ;;
	'private place read-only') chmod -R a-w "$private" ;;
	'shared place away') mv "$shared" "$T/away" ;;
	'shared place empty') mv "$shared" "$T/away"; mkdir "$shared"; [ -z "$as_nobody" ] || chown 65534:65534 "$shared" ;;
	'shared place unreadable') chmod 0 "$shared" ;;
	'own tree missing') mv "$shared/alex" "$T/away" ;;
	'own tree unreadable') chmod 0 "$shared/alex" ;;
	'own tree read-only') chmod -R a-w "$shared/alex" ;;
	"other's tree missing") mv "$shared/sam" "$T/away" ;;
	"other's tree unreadable") chmod 0 "$shared/sam" ;;
	'disk full')
		mkdir "$T/kept" && cp -a "$data/." "$T/kept" &&
		    mount -t tmpfs -o size=2m none "$data" 2>/dev/null && cp -a "$T/kept/." "$data"
		rm -rf "$T/kept"
		fill && [ "$(stat -f -c %a "$data")" -eq 0 ] ;;
	esac
}
# fill: takes the last of a small disk.
fill() { mountpoint -q "$data" && { cat /dev/zero >>"$data/fill" || :; } 2>/dev/null; }
mend() {
	chmod -R u+rwX "$HOME"
	case $1 in
	*'place away'|*'place empty') rm -rf "$shared"; mv "$T/away" "$shared" ;;
	'private place missing') mv "$T/away" "$T/away.old"; rm -rf "$T/away.old" ;;
	'own tree missing') rm -rf "$shared/alex"; mv "$T/away" "$shared/alex" ;;
	"other's tree missing") rm -rf "$shared/sam"; mv "$T/away" "$shared/sam" ;;
	'disk full') umount "$data" ;;
	esac
}
