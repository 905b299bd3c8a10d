# Made from cmd/tools and the folders by .ci/tools; make sees to it.
NAMED = bin/unhurried bin/checkin bin/recall bin/share bin/forget bin/progress bin/signal bin/prompt bin/ritual bin/learn bin/kindly bin/agree bin/boundary bin/pace bin/win bin/hardday bin/moment bin/nudge bin/care
INNER = bin/init bin/join bin/check bin/export bin/paper bin/leave bin/complete
ALIASES = pause=signal resume=signal thanks=win reason=win
LINKS = bin/pause bin/resume bin/thanks bin/reason
COMMON = common/agenda.o common/ask.o common/bounds.o common/brief.o common/buf.o common/calendar.o common/calm.o common/cards.o common/care.o common/checkup.o common/clearing.o common/cli.o common/clock.o common/copies.o common/couple.o common/couple_open.o common/deal.o common/deck.o common/draft.o common/entry.o common/entry_id.o common/error.o common/finding.o common/held.o common/holding.o common/html.o common/ics.o common/import.o common/inspect.o common/keeping.o common/leaving.o common/log.o common/lookback.o common/marks.o common/memory.o common/mirror.o common/notice.o common/now.o common/nudges.o common/offers.o common/opening.o common/options.o common/out.o common/own_notes.o common/owner.o common/page.o common/parts.o common/pausing.o common/person.o common/phrases.o common/planning.o common/plans.o common/prose.o common/quiet.o common/reader.o common/record.o common/records.o common/recovery.o common/removal.o common/rituals.o common/safety.o common/said.o common/sandbox.o common/save.o common/scale.o common/scan.o common/screen.o common/settings.o common/setup.o common/sheet.o common/show.o common/solo.o common/speak.o common/steps.o common/store.o common/store_write.o common/suggest.o common/summary.o common/talk.o common/text.o common/timers.o common/timewords.o common/today.o common/together.o common/trash.o common/unsaved.o common/verb.o common/warmth.o common/words.o common/yaml.o common/yaml_own.o common/yaml_read.o common/yaml_write.o
PARTS =
bin/unhurried: cmd/unhurried.o common/libcommon.a .libs
	$(LINK) cmd/unhurried.o $(ARCHIVES)
bin/init: cmd/init.o common/libcommon.a .libs
	$(LINK) cmd/init.o $(ARCHIVES)
bin/join: cmd/join.o common/libcommon.a .libs
	$(LINK) cmd/join.o $(ARCHIVES)
bin/checkin: cmd/checkin.o common/libcommon.a .libs
	$(LINK) cmd/checkin.o $(ARCHIVES)
bin/recall: cmd/recall.o common/libcommon.a .libs
	$(LINK) cmd/recall.o $(ARCHIVES)
bin/share: cmd/share.o common/libcommon.a .libs
	$(LINK) cmd/share.o $(ARCHIVES)
bin/forget: cmd/forget.o common/libcommon.a .libs
	$(LINK) cmd/forget.o $(ARCHIVES)
bin/progress: cmd/progress.o common/libcommon.a .libs
	$(LINK) cmd/progress.o $(ARCHIVES)
bin/signal: cmd/signal.o common/libcommon.a .libs
	$(LINK) cmd/signal.o $(ARCHIVES)
bin/prompt: cmd/prompt.o common/libcommon.a .libs
	$(LINK) cmd/prompt.o $(ARCHIVES)
bin/ritual: cmd/ritual.o common/libcommon.a .libs
	$(LINK) cmd/ritual.o $(ARCHIVES)
bin/learn: cmd/learn.o common/libcommon.a .libs
	$(LINK) cmd/learn.o $(ARCHIVES)
bin/kindly: cmd/kindly.o common/libcommon.a .libs
	$(LINK) cmd/kindly.o $(ARCHIVES)
bin/agree: cmd/agree.o common/libcommon.a .libs
	$(LINK) cmd/agree.o $(ARCHIVES)
bin/boundary: cmd/boundary.o common/libcommon.a .libs
	$(LINK) cmd/boundary.o $(ARCHIVES)
bin/pace: cmd/pace.o common/libcommon.a .libs
	$(LINK) cmd/pace.o $(ARCHIVES)
bin/win: cmd/win.o common/libcommon.a .libs
	$(LINK) cmd/win.o $(ARCHIVES)
bin/hardday: cmd/hardday.o common/libcommon.a .libs
	$(LINK) cmd/hardday.o $(ARCHIVES)
bin/moment: cmd/moment.o common/libcommon.a .libs
	$(LINK) cmd/moment.o $(ARCHIVES)
bin/nudge: cmd/nudge.o common/libcommon.a .libs
	$(LINK) cmd/nudge.o $(ARCHIVES)
bin/care: cmd/care.o common/libcommon.a .libs
	$(LINK) cmd/care.o $(ARCHIVES)
bin/check: cmd/check.o common/libcommon.a .libs
	$(LINK) cmd/check.o $(ARCHIVES)
bin/export: cmd/export.o common/libcommon.a .libs
	$(LINK) cmd/export.o $(ARCHIVES)
bin/paper: cmd/paper.o common/libcommon.a .libs
	$(LINK) cmd/paper.o $(ARCHIVES)
bin/leave: cmd/leave.o common/libcommon.a .libs
	$(LINK) cmd/leave.o $(ARCHIVES)
bin/complete: cmd/complete.o common/libcommon.a .libs
	$(LINK) cmd/complete.o $(ARCHIVES)
bin/pause: bin/signal
	@ln -sf signal $@
bin/resume: bin/signal
	@ln -sf signal $@
bin/thanks: bin/win
	@ln -sf win $@
bin/reason: bin/win
	@ln -sf win $@
