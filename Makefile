# unhurried: small tools for two partners. See README.
# .POSIX is left out: with it some makes have a CFLAGS of their own. CC, CPPFLAGS,
# CFLAGS, LDFLAGS and PKG_CONFIG count from the environment and from the call, and
# come after what the house has.
.SUFFIXES:
.SUFFIXES: .c .o

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec/unhurried
SHAREDIR = $(PREFIX)/share/unhurried
MANDIR = $(PREFIX)/share/man
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
# Set to anything where another program in bin/ has one of our names: then
# only "unhurried" is linked there, and its "unhurried TOOL" runs the rest.
NOLINKS =

# A tool starts a third faster with the two small libraries linked in, so
# their archives are used where they are installed. LIBS='-lyaml -lbsd -lmd'
# takes the shared ones.
LIBS = $$(cat .libs)

# The rest is asked of the compiler and of pkg-config, by .ci/flags.
HOUSE_CPPFLAGS = -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 \
	-Icommon
HOUSE_CFLAGS = -std=c11 -pthread @.asked
HOUSE_LDFLAGS = -pthread @.asked.ld

# What of share/ is installed; completions go elsewhere.
TEXTS = boundaries examples lessons nudges paper phrases prompts rituals steps words
default: all

# The tools (NAMED with a command of their own, INNER that unhurried runs, ALIASES
# and LINKS for further names of a program), the objects, and how they are linked.
include .ci/tools.mk
TOOLS = $(NAMED) $(INNER)
OBJECTS = $(COMMON) $(PARTS) $(TOOLS:bin/%=cmd/%.o)

all: $(TOOLS) $(LINKS) catalogs
# For whoever wants a compiler's warnings alone.
objects: $(OBJECTS)

# Sentences in other languages: po/GUIDE. make po/LANGUAGE.po brings one up to date
# or begins it, make try LANG=es shows it, make lang tells how far each is.
catalogs:
	@sh po/build
po/%.po: .always
	@po/messages merge $@
try: all
	@sh po/try '$(LANG)'
lang:
	@po/messages state

.c.o:
	@echo '  $(CC) $<'; \
	$(CC) $(HOUSE_CPPFLAGS) $(CPPFLAGS) $(HOUSE_CFLAGS) $(CFLAGS) -c -o $@ $<

.asked: .ci/flags .flags
	@sh .ci/flags compile '$(CC)' '$(CPPFLAGS)' '$(CFLAGS)' '' >$@
.asked.ld: .ci/flags .flags
	@sh .ci/flags link '$(CC)' '$(CPPFLAGS)' '$(CFLAGS)' '$(LDFLAGS)' >$@
.libs: .ci/libs .flags
	@sh .ci/libs '$(CC)' '$(LDFLAGS)' >$@

LINK = @echo "  link $@"; mkdir -p bin && $(CC) $(HOUSE_LDFLAGS) $(CFLAGS) $(LDFLAGS) -o $@
ARCHIVES = common/libcommon.a $(LIBS)

.ci/tools.mk: .always
	@test -w . || { \
		echo 'make: what is built lies in this directory, and it is read-only. A copy works:' \
		    'cp -R . DIR; chmod -R u+w DIR; make -C DIR' >&2; \
		exit 2; }
	@sh .ci/tools mk | cmp -s - $@ || sh .ci/tools mk >$@
cmd/tools.inc: cmd/tools .ci/tools
	@sh .ci/tools inc >$@
cmd/unhurried.o: cmd/tools.inc

# Which version this is, and where it will lie: who asks is made anew.
PLACES = '$(BINDIR)' '$(MANDIR)' '$(BASHDIR)' '$(ZSHDIR)' '$(FISHDIR)' \
	'$(LIBEXECDIR)' '$(SHAREDIR)'
common/base/installed.h: .always
	@sh .ci/places $(PLACES)
	@read -r version <VERSION; for pair in "VERSION=$$version" \
	    'BINDIR=$(BINDIR)' 'LIBEXECDIR=$(LIBEXECDIR)' 'SHAREDIR=$(SHAREDIR)'; do \
		printf '#define %s "%s"\n' "$${pair%%=*}" "$${pair#*=}"; \
	done | tr -s / >$@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@
cmd/complete.o cmd/unhurried.o common/base/command.o common/base/language.o \
    common/term/options_parse.o: common/base/installed.h

common/libcommon.a: $(COMMON)
	@echo '  ar $@'
	@rm -f $@
	@$(AR) rc $@ $(COMMON)

# Objects are made anew when the compiler or a flag changes.
$(OBJECTS): .flags .asked
$(TOOLS): .libs .asked.ld
.flags: .always
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LIBS)' | cmp -s - $@ || \
	    echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LIBS)' >$@
.always:

-include cmd/*.d cmd/*/*.d common/*/*.d

# Only this installs anything on the system, and says what.
deps:
	@sh .ci/deps $(DEPS) $(MAKECMDGOALS)

demo: all
	@UNHURRIED_SHARE="$$PWD/share" \
	    sh share/examples/four-weeks/walk "$$PWD/bin" "$$PWD/share"

JOBS = 3
TESTS = tests/*.t
# The quick form; WHOLE=1 has all of it, as have the targets below.
WHOLE =
check: all
	@test -n '$(WHOLE)' || { \
		export UNHURRIED_QUICK=1; \
		echo 'The quick form; make check WHOLE=1 runs all of it.'; \
	}; prove -j $(JOBS) $(TESTS)

# The files that the quick form ends early in, to their end.
check-rest: all
	@UNHURRIED_QUICK=rest prove -j $(JOBS) $$(grep -lwE 'quick_ends|quickest' tests/*.t)

check-long: all
	@prove -j $(JOBS) $(TESTS) tests/long/*.t tests/sync/*.t

lint: all
	@sh tests/lint/all

# The whole suite again, in copies built with other eyes.
san:
	@sh tests/lint/copy .san CFLAGS='-fsanitize=address,undefined \
	    -fno-sanitize-recover=undefined -U_FORTIFY_SOURCE' LIBS='-lyaml -lbsd -lmd' check WHOLE=1

valgrind: all
	@UNHURRIED_VALGRIND=1 prove -j $(JOBS) $(TESTS)

fuzz: common/base/installed.h
	@sh tests/fuzz/run

fault: all
	@prove tests/8*.t tests/fault/*.t tests/long/fault.t tests/long/power.t \
	    tests/long/mutants.t

# All that takes long, in full: hours.
trust: all
	@CROWD=100000 prove $(TESTS) tests/fault/*.t tests/long/*.t
	@sh tests/fuzz/run

# The suite in a copy that does as FreeBSD, NetBSD, OpenBSD and macOS do.
check-bsd:
	@sh tests/portable/bsd check JOBS=$(JOBS) WHOLE=1

# How often kindly marks, and how rightly: PROSE, LABELLED, OPENINGS, LETTERS
# name files; tests/kindly/README says what is in them.
kindly-score: all
	@$(CC) $(HOUSE_CPPFLAGS) $(CPPFLAGS) -iquote . $(HOUSE_CFLAGS) $(CFLAGS) \
	    -o tests/kindly/lines tests/kindly/lines.c cmd/kindly/*.o common/libcommon.a \
	    $$(cat .libs)
	@UNHURRIED_SHARE="$$PWD/share" PROSE='$(PROSE)' \
	    LABELLED='$(LABELLED)' OPENINGS='$(OPENINGS)' \
	    LETTERS='$(LETTERS)' python3 tests/kindly/score

bench: all
	@CC='$(CC)' BENCH_BIN=bin sh tests/bench/run

install: all
	mkdir -p "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(LIBEXECDIR)" \
	    "$(DESTDIR)$(MANDIR)/man1" "$(DESTDIR)$(MANDIR)/man5" \
	    "$(DESTDIR)$(MANDIR)/man7" "$(DESTDIR)$(BASHDIR)" \
	    "$(DESTDIR)$(ZSHDIR)" "$(DESTDIR)$(FISHDIR)"
	install -m 0755 $(TOOLS) "$(DESTDIR)$(LIBEXECDIR)"
	ln -sf "$(LIBEXECDIR)/unhurried" "$(DESTDIR)$(BINDIR)/unhurried"
	install -m 0644 man/unhurried.5 "$(DESTDIR)$(MANDIR)/man5"
	install -m 0644 man/unhurried.7 "$(DESTDIR)$(MANDIR)/man7"
	install -m 0644 man/unhurried-sync.7 "$(DESTDIR)$(MANDIR)/man7"
	install -m 0644 man/unhurried.1 "$(DESTDIR)$(MANDIR)/man1"
	for pair in $(NAMED) $(ALIASES); do \
		tool=$${pair#bin/} program=$${pair#*=}; tool=$${tool%=*}; \
		test $$tool = unhurried && continue; \
		case $$pair in \
		bin/*)	install -m 0644 man/$$tool.1 \
			    "$(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1" ;; \
		*)	ln -sf $$program "$(DESTDIR)$(LIBEXECDIR)/$$tool" && \
			ln -sf unhurried-$$program.1 \
			    "$(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1" ;; \
		esac || exit 1; \
		test -n "$(NOLINKS)" && continue; \
		ln -sf unhurried-$$tool.1 \
		    "$(DESTDIR)$(MANDIR)/man1/$$tool.1" && \
		ln -sf "$(LIBEXECDIR)/$$tool" "$(DESTDIR)$(BINDIR)/$$tool" && \
		ln -sf unhurried "$(DESTDIR)$(BASHDIR)/$$tool" && \
		ln -sf unhurried.fish "$(DESTDIR)$(FISHDIR)/$$tool.fish" || exit 1; \
	done
	install -m 0644 share/completions/unhurried.bash \
	    "$(DESTDIR)$(BASHDIR)/unhurried"
	install -m 0644 share/completions/_unhurried "$(DESTDIR)$(ZSHDIR)"
	install -m 0644 share/completions/unhurried.fish "$(DESTDIR)$(FISHDIR)"
	(cd share && find $(TEXTS) -type d) | while read -r d; do \
		mkdir -p "$(DESTDIR)$(SHAREDIR)/$$d" || exit 1; done
	(cd share && find $(TEXTS) -type f) | while read -r f; do \
		mode=0644; test -x "share/$$f" && mode=0755; \
		install -m $$mode "share/$$f" \
		    "$(DESTDIR)$(SHAREDIR)/$$f" || exit 1; done
	sh .ci/here '$(BINDIR)' '$(LIBEXECDIR)' '$(SHAREDIR)' '$(NOLINKS)' \
	    "$(DESTDIR)$(MANDIR)"/man[157]/unhurried*.[157] \
	    "$(DESTDIR)$(SHAREDIR)/examples/from-cron"/*
	for f in share/messages/*.mo; do \
		test -f "$$f" || continue; \
		mkdir -p "$(DESTDIR)$(SHAREDIR)/messages" && \
		install -m 0644 "$$f" "$(DESTDIR)$(SHAREDIR)/messages" || exit 1; \
	done

uninstall:
	@sh .ci/places $(PLACES)
	for name in $(NAMED) $(ALIASES); do \
		tool=$${name#bin/}; tool=$${tool%=*}; \
		for pair in "$(BINDIR)/$$tool=$(LIBEXECDIR)/$$tool" \
		    "$(MANDIR)/man1/$$tool.1=unhurried-$$tool.1" \
		    "$(BASHDIR)/$$tool=unhurried" \
		    "$(FISHDIR)/$$tool.fish=unhurried.fish"; do \
			test "$$(readlink "$(DESTDIR)$${pair%%=*}")" = \
			    "$${pair#*=}" && rm -f "$(DESTDIR)$${pair%%=*}"; \
		done; \
		rm -f "$(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1"; \
	done
	rm -f "$(DESTDIR)$(MANDIR)/man1/unhurried.1" \
	    "$(DESTDIR)$(BASHDIR)/unhurried" \
	    "$(DESTDIR)$(MANDIR)/man5/unhurried.5" \
	    "$(DESTDIR)$(MANDIR)/man7/unhurried.7" \
	    "$(DESTDIR)$(MANDIR)/man7/unhurried-sync.7" \
	    "$(DESTDIR)$(ZSHDIR)/_unhurried" \
	    "$(DESTDIR)$(FISHDIR)/unhurried.fish"
	rm -rf "$(DESTDIR)$(LIBEXECDIR)" "$(DESTDIR)$(SHAREDIR)"

dist:
	name=unhurried-$$(cat VERSION); \
	git archive --prefix=$$name/ HEAD | gzip -n -9 >$$name.tar.gz && \
	{ sha256sum $$name.tar.gz 2>/dev/null || sha256 -r $$name.tar.gz; } \
	    >$$name.tar.gz.sha256 && cat $$name.tar.gz.sha256

distcheck: dist
	sh tests/lint/distcheck unhurried-$$(cat VERSION)

clean:
	rm -rf bin .san .try .bsd share/messages
	find cmd common -name '*.[od]' -exec rm -f {} +
	rm -f cmd/tools.inc common/base/installed.h common/libcommon.a .flags .asked .asked.ld .libs \
	    unhurried-*.tar.gz unhurried-*.tar.gz.sha256 \
	    tests/unit/onterm tests/unit/moment.so tests/unit/tree

.PHONY: default all catalogs try lang deps demo check check-rest check-long lint san valgrind fuzz fault trust bench check-bsd kindly-score \
	install uninstall dist distcheck clean .always
