# unhurried: small tools for two partners. See README.
.POSIX:
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

CC = cc
CFLAGS =
LDFLAGS =
# A tool starts a third faster with the two small libraries linked in, so
# their archives are used where they are installed. LIBS='-lyaml -lbsd -lmd'
# takes the shared ones.
LIBS = $$(cat .libs)

HOUSE_CPPFLAGS = -D_GNU_SOURCE -isystem /usr/include/bsd -DLIBBSD_OVERLAY \
	-iquote common
HOUSE_CFLAGS = -std=c11 -Wall -Wextra -pedantic -Wshadow \
	-Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings \
	-Wpointer-arith -Wcast-align -Wundef -Wvla -O2 -g \
	-fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE -pthread -MMD -MP
HOUSE_LDFLAGS = -pie -pthread -Wl,-z,relro,-z,now -Wl,--as-needed

# Tools with a name of their own, and those that "unhurried" runs.
NAMED = cmd/agree cmd/boundary cmd/care cmd/checkin cmd/forget cmd/hardday \
	cmd/kindly cmd/learn cmd/moment cmd/nudge cmd/pace cmd/progress cmd/prompt \
	cmd/recall cmd/ritual cmd/share cmd/signal cmd/unhurried cmd/win
INNER = cmd/check cmd/complete cmd/export cmd/init cmd/join cmd/leave \
	cmd/paper
TOOLS = $(NAMED) $(INNER)
# Further names of a program: NAME=PROGRAM, and what they are here.
ALIASES = pause=signal resume=signal thanks=win reason=win
LINKS = cmd/pause cmd/resume \
	cmd/thanks cmd/reason
# What of share/ is installed; completions go elsewhere.
TEXTS = examples lessons nudges phrases prompts rituals steps words
COMMON = common/agenda.o common/ask.o common/bounds.o common/brief.o common/buf.o common/calendar.o common/calm.o common/cards.o common/care.o common/checkup.o common/clearing.o common/cli.o common/clock.o common/copies.o common/couple.o common/couple_open.o common/deal.o common/deck.o common/draft.o common/entry.o common/entry_id.o common/error.o common/finding.o common/held.o common/holding.o common/html.o common/ics.o common/import.o common/inspect.o common/keeping.o common/leaving.o common/log.o common/lookback.o common/marks.o common/memory.o common/mirror.o common/notice.o common/now.o common/nudges.o common/offers.o common/opening.o common/options.o common/out.o common/owner.o common/page.o common/parts.o common/pausing.o common/person.o common/phrases.o common/planning.o common/plans.o common/prose.o common/quiet.o common/reader.o common/record.o common/recovery.o common/removal.o common/rituals.o common/safety.o common/said.o common/sandbox.o common/save.o common/scale.o common/scan.o common/screen.o common/settings.o common/setup.o common/sheet.o common/show.o common/speak.o common/steps.o common/store.o common/store_write.o common/suggest.o common/summary.o common/talk.o common/text.o common/timers.o common/timewords.o common/today.o common/together.o common/trash.o common/unsaved.o common/verb.o common/warmth.o common/words.o common/yaml.o common/yaml_own.o common/yaml_read.o common/yaml_write.o
OBJECTS = $(COMMON) $(TOOLS:=.o)

all: $(TOOLS) $(LINKS)

.c.o:
	$(CC) $(HOUSE_CPPFLAGS) $(CPPFLAGS) $(HOUSE_CFLAGS) $(CFLAGS) \
	    -DVERSION="\"$$(cat VERSION)\"" -DSHAREDIR='"$(SHAREDIR)"' \
	    -DLIBEXECDIR='"$(LIBEXECDIR)"' -c -o $@ $<

.libs: .ci/libs
	sh .ci/libs '$(CC)' >$@

$(TOOLS): $(TOOLS:=.o) common/libcommon.a .libs
	$(CC) $(HOUSE_LDFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $@.o \
	    common/libcommon.a $(LIBS)

cmd/pause cmd/resume: cmd/signal
	ln -sf signal $@
cmd/thanks cmd/reason: cmd/win
	ln -sf win $@

common/libcommon.a: $(COMMON)
	rm -f $@
	ar rc $@ $(COMMON)

# Objects are made anew when the compiler, a flag or the version changes.
$(OBJECTS): .flags
.flags: .always
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LIBS) $(SHAREDIR) $(LIBEXECDIR)' \
	    "$$(cat VERSION)" | cmp -s - $@ || \
	    echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(LIBS) $(SHAREDIR) $(LIBEXECDIR)' \
	    "$$(cat VERSION)" >$@
.always:

-include cmd/*.d common/*.d

# Only this installs anything on the system, and says what.
deps:
	@sh .ci/deps $(DEPS) $(MAKECMDGOALS)

demo: all
	@UNHURRIED_SHARE="$$PWD/share" \
	    sh share/examples/four-weeks/walk "$$PWD/cmd" "$$PWD/share"

JOBS = 2
TESTS = tests/*.t
check: all
	@prove -j $(JOBS) $(TESTS)

check-long: all
	@prove -j $(JOBS) $(TESTS) tests/long/*.t

lint: all
	@sh tests/lint/all

# The whole suite again, in copies built with other eyes.
san:
	@sh tests/lint/copy .san CFLAGS='-fsanitize=address,undefined \
	    -fno-sanitize-recover=undefined -U_FORTIFY_SOURCE' LIBS='-lyaml -lbsd -lmd' check

valgrind: all
	@UNHURRIED_VALGRIND=1 prove -j $(JOBS) $(TESTS)

fuzz:
	@sh tests/fuzz/run

fault: all
	@prove tests/8*.t tests/fault/*.t tests/long/fault.t tests/long/power.t

# How often kindly marks, and how rightly: PROSE, LABELLED, OPENINGS, LETTERS
# name files; tests/kindly/README says what is in them.
kindly-score: all
	@$(CC) $(HOUSE_CPPFLAGS) $(CPPFLAGS) $(HOUSE_CFLAGS) $(CFLAGS) \
	    -o tests/kindly/lines tests/kindly/lines.c common/libcommon.a \
	    $$(cat .libs)
	@UNHURRIED_SHARE="$$PWD/share" PROSE='$(PROSE)' \
	    LABELLED='$(LABELLED)' OPENINGS='$(OPENINGS)' \
	    LETTERS='$(LETTERS)' python3 tests/kindly/score

bench: all
	@CC='$(CC)' BENCH_BIN=cmd sh tests/bench/run

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR) \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 \
	    $(DESTDIR)$(MANDIR)/man7 $(DESTDIR)$(BASHDIR) \
	    $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	install -m 0755 $(TOOLS) $(DESTDIR)$(LIBEXECDIR)
	ln -sf $(LIBEXECDIR)/unhurried $(DESTDIR)$(BINDIR)/unhurried
	install -m 0644 man/unhurried.5 $(DESTDIR)$(MANDIR)/man5
	install -m 0644 man/unhurried.7 $(DESTDIR)$(MANDIR)/man7
	install -m 0644 man/unhurried-sync.7 $(DESTDIR)$(MANDIR)/man7
	install -m 0644 man/unhurried.1 $(DESTDIR)$(MANDIR)/man1
	for pair in $(NAMED) $(ALIASES); do \
		tool=$${pair#cmd/} program=$${pair#*=}; tool=$${tool%=*}; \
		test $$tool = unhurried && continue; \
		case $$pair in \
		cmd/*)	install -m 0644 man/$$tool.1 \
			    $(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1 ;; \
		*)	ln -sf $$program $(DESTDIR)$(LIBEXECDIR)/$$tool && \
			ln -sf unhurried-$$program.1 \
			    $(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1 ;; \
		esac || exit 1; \
		test -n "$(NOLINKS)" && continue; \
		ln -sf unhurried-$$tool.1 \
		    $(DESTDIR)$(MANDIR)/man1/$$tool.1 && \
		ln -sf $(LIBEXECDIR)/$$tool $(DESTDIR)$(BINDIR)/$$tool && \
		ln -sf unhurried $(DESTDIR)$(BASHDIR)/$$tool && \
		ln -sf unhurried.fish $(DESTDIR)$(FISHDIR)/$$tool.fish || exit 1; \
	done
	install -m 0644 share/completions/unhurried.bash \
	    $(DESTDIR)$(BASHDIR)/unhurried
	install -m 0644 share/completions/_unhurried $(DESTDIR)$(ZSHDIR)
	install -m 0644 share/completions/unhurried.fish $(DESTDIR)$(FISHDIR)
	(cd share && find $(TEXTS) -type d) | while read -r d; do \
		mkdir -p "$(DESTDIR)$(SHAREDIR)/$$d" || exit 1; done
	(cd share && find $(TEXTS) -type f) | while read -r f; do \
		mode=0644; test -x "share/$$f" && mode=0755; \
		install -m $$mode "share/$$f" \
		    "$(DESTDIR)$(SHAREDIR)/$$f" || exit 1; done

uninstall:
	for name in $(NAMED) $(ALIASES); do \
		tool=$${name#cmd/}; tool=$${tool%=*}; \
		for pair in $(BINDIR)/$$tool=$(LIBEXECDIR)/$$tool \
		    $(MANDIR)/man1/$$tool.1=unhurried-$$tool.1 \
		    $(BASHDIR)/$$tool=unhurried \
		    $(FISHDIR)/$$tool.fish=unhurried.fish; do \
			test "$$(readlink "$(DESTDIR)$${pair%%=*}")" = \
			    "$${pair#*=}" && rm -f "$(DESTDIR)$${pair%%=*}"; \
		done; \
		rm -f $(DESTDIR)$(MANDIR)/man1/unhurried-$$tool.1; \
	done
	rm -f $(DESTDIR)$(MANDIR)/man1/unhurried.1 \
	    $(DESTDIR)$(BASHDIR)/unhurried \
	    $(DESTDIR)$(MANDIR)/man5/unhurried.5 \
	    $(DESTDIR)$(MANDIR)/man7/unhurried.7 \
	    $(DESTDIR)$(MANDIR)/man7/unhurried-sync.7 \
	    $(DESTDIR)$(ZSHDIR)/_unhurried \
	    $(DESTDIR)$(FISHDIR)/unhurried.fish
	rm -rf $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(SHAREDIR)

dist:
	name=unhurried-$$(cat VERSION); \
	git archive --prefix=$$name/ -o $$name.tar.gz HEAD && \
	echo $$name.tar.gz

distcheck: dist
	sh tests/lint/distcheck unhurried-$$(cat VERSION)

clean:
	rm -f $(TOOLS) $(LINKS) cmd/*.o cmd/*.d common/*.o common/*.d \
	    common/libcommon.a .flags .libs unhurried-*.tar.gz \
	    tests/unit/onterm tests/unit/moment.so
	rm -rf .san

.PHONY: all deps demo check check-long lint san valgrind fuzz fault bench kindly-score \
	install uninstall dist distcheck clean .always
