# shellcheck shell=sh
# shellcheck disable=SC2034 # places and mutants are for the tests
# What the tests under fault share. After tests/lib.sh.

log=$XDG_DATA_HOME/unhurried/private/alex/log
recovery=$XDG_DATA_HOME/unhurried/private/alex/recovery
# A program that is traced cannot be looked through for leaks.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"

# order WANT CHECKIN...: traces it; what is wrong in $T/wrong, status 1 then.
order() {
	want=$1; shift
	strace -f -y -s 8 -o "$T/trace" -e trace=read,pread64,openat,write,writev,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,mkdir,mkdirat \
	    "$@" >"$T/out" 2>"$T/err" || { cat "$T/err" >"$T/wrong"; return 1; }
	awk -v want="$want" -f "$TOP/tests/fault/order.awk" "$T/trace" >"$T/wrong"
}

# mutant SED-SCRIPT [FILE [TOOL]]: this tree's checkin, or TOOL, with common/store/store_write.c, or
# FILE, changed so, built in a copy of the tree; its path in $mutant. No when nothing
# was changed.
mutant() {
	build=$T/build tool=${3:-checkin} file=${2:-common/store/store_write.c}
	mutant=$T/build/bin/$tool
	[ -d "$build" ] || { mkdir "$build" &&
	    (cd "$TOP" && cp -pR .ci Makefile VERSION cmd common "$build/") &&
	    cp -p "$TOP/.flags" "$TOP/.asked" "$TOP/.asked.ld" "$TOP/.libs" "$build/" 2>/dev/null; }
	# What the last one changed is whole again.
	for whole in ${mutated-} "$file"; do
		cp -p "$TOP/$whole" "$build/$whole" && rm -f "$build/${whole%.c}.o" || return 1
	done
	mutated=$file
	sed "$1" "$TOP/$file" >"$build/$file"
	if cmp -s "$TOP/$file" "$build/$file"; then
		echo "$file: nothing to change for: $1" | diag
		return 1
	fi
	rm -f "$mutant"
	(cd "$build" && MOMENT=+0 make "bin/$tool") >"$T/built" 2>&1 || {
		diag <"$T/built"
		return 1
	}
}

# The steps that a mutant lacks, as sed takes them from common/store/store_write.c; from
# common/store/store.c the one of the parent.
no_file_sync='s/fsync(fd) == 0/1/'
no_dir_sync='s/fsync(dir) == 0/1/'
no_parent_sync='s/if (fsync(parent) == -1)/if (parent == -1)/'
early_sync='s/store_write_all(fd, data, n) == 0/((void)data, (void)n, fsync(fd) == 0)/
s/fsync(fd) == 0 && store_same/store_write_all(fd, data, n) == 0 \&\& store_same/'
no_reading_back='s/store_same_bytes(fd, data, n) == 0/(1 || &)/'
in_place='s/store_write_temp(dir, temp,/store_write_temp(dir, file,/
s/store_publish(dir, temp, file))/(0 \&\& &)/'
write_ignored='s/store_write_all(fd, data, n) == 0/(store_write_all(fd, data, n), 1)/
s/store_same_bytes(fd, data, n) == 0/(1 || &)/'
sync_ignored='s/fsync(fd) == 0/(fsync(fd), 1)/'
dir_sync_ignored='s/fsync(dir) == 0/(fsync(dir), 1)/'
false_recovery='s/int dir, r = -1;/int dir, r = 0;/; s/r = write_words(/(void)write_words(/'
