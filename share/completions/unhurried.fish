# Completion for unhurried and its tools in fish 3.2 and later.
#
# Options and verbs are what "unhurried TOOL -h" says, and words come from
# "unhurried complete": a tool that is new needs nothing here. A ? in a pattern is
# any sign up to fish 3 and itself from fish 4 on, so none stands in one.

set -q __unhurried_takes; and return
set -g __unhurried_takes

# The words before the cursor: a tool's name, then what stands after it.
function __unhurried_call
	set -l words (commandline -opc)
	set -l command (string split -r -m 1 / -- $words[1])[-1]
	if test "$command" != unhurried
		printf '%s\n' $command $words[2..-1]
		return
	end
	set -l i 2
	while set -q words[$i]
		switch $words[$i]
		case -d --dir -u --as
			set i (math $i + 1)
		case '-*'
		case '*'
			printf '%s\n' $words[$i..-1]
			return
		end
		set i (math $i + 1)
	end
end

function __unhurried_is -a tool
	set -l call (__unhurried_call)
	test "$call[1]" = "$tool"
end

# How many operands of the tool stand before the cursor, and the first of them.
function __unhurried_operands_seen
	set -l call (__unhurried_call)
	set -l seen 0
	set -l first
	set -l waits
	for word in $call[2..-1]
		if set -q waits[1]
			set -e waits
			set waits
			continue
		end
		if string match -qr -- '^-.' $word
			string match -q -- '--*=*' $word
			and continue
			set -l last $word
			string match -q -- '--*' $word
			or set last -(string sub -s -1 -- $word)
			contains -- "$call[1] $last" $__unhurried_takes
			and set waits yes
		else
			set seen (math $seen + 1)
			set -q first[1]
			or set first $word
		end
	end
	echo $seen
	string match -- '*' $first
end

# Words, from the directory and for the name that the call asks for.
function __unhurried_words
	set -l words (commandline -opc)
	set -l where
	set -l i 2
	while set -q words[$i]
		switch $words[$i]
		case -d --dir -u --as
			set -q words[(math $i + 1)]
			and set -a where $words[$i] (string replace -r '^~(?=/|$)' $HOME -- $words[(math $i + 1)])
			set i (math $i + 1)
		case '--dir=*' '--as=*'
			set -a where (string replace -r '=~(?=/|$)' =$HOME -- $words[$i])
		end
		set i (math $i + 1)
	end
	unhurried $where complete $argv 2>/dev/null
end

# What may stand for an argument such as DIR, NAME or SCALE=RATING.
function __unhurried_value -a kind
	set -l token (commandline -ct)
	switch $kind
	case DIR
		__fish_complete_directories $token ''
	case FILE
		__fish_complete_path $token
	case GROUP
		__fish_complete_groups
	case ID
		__unhurried_words ids
	case RESTING
		__unhurried_words trash
	case KIND
		__unhurried_words kinds
	case LIST
		set -l before (string match -r '^.*,' -- $token)
		string replace -r '^' "$before" note today feel tags pace (__unhurried_words scales)
	case 'NAME*' 'PARTNER*'
		__unhurried_words names
	case PACE
		__unhurried_words paces
	case PLAN
		__unhurried_words plans
	case ITEM
		__unhurried_words care
	case PART
		printf '%s\n' words want limits not-now questions practices
	case PERSON
		__unhurried_words people
	case PROMPT
		__unhurried_words prompts
	case READING
		__unhurried_words lessons
	case RITUAL
		__unhurried_words rituals
	case REASON
		__unhurried_words reasons
	case SIGNAL
		__unhurried_words signals
	case STEP
		__unhurried_words steps
	case THEME
		__unhurried_words themes
	case DEPTH
		printf '%s\n' light warm deep
	case TOPIC
		__unhurried_words topics
	case LATER
		printf '%s\n' 2w 4w '3 months' none
	case WHAT
		printf '%s\n' comfort trigger limit
	case SCALE
		__unhurried_words scales
	case 'SCALE=*'
		if set -l scale (string match -r '^[^=]*(?==)' -- $token)
			string replace -r '^' "$scale=" (__unhurried_words ratings $scale)
		else
			__unhurried_words scales | string replace -r '(?=\t)' =
		end
	case TAG
		__unhurried_words tags
	case TOOL
		__unhurried_words tools
	case WHEN DAY
		printf '%s\n' today yesterday monday tuesday wednesday thursday friday saturday sunday
	case TIME
		printf '%s\n' today tomorrow monday tuesday wednesday thursday friday saturday sunday
	case WHICH
		printf '%s\n' first second
	case WORD
		__unhurried_words feel
	case ZONE
		string match -rg '^[^#\t]+\t[^\t]+\t([^\t]+)' </usr/share/zoneinfo/zone1970.tab
	end
end

# The operands of a tool. Each has the verbs before it that it goes with, ":"
# where it comes without one, and its name; a verb comes first, and has nothing.
function __unhurried_operands
	set -l seen (__unhurried_operands_seen)
	set -l verb :
	contains -- "$seen[2]" $argv
	and set verb $seen[2]
	set -l done
	for word in $argv
		set -l name (string split -r -m 1 ' ' -- $word)[-1]
		if not string match -q '* *' -- $word
			test $seen[1] -eq 0
			and echo $word
		else if not string match -q -- "* $verb *" $word
			or contains -- $name $done
			continue
		else if string match -qr '^[A-Z]' -- $name
			set -a done $name
			__unhurried_value $name
		else if test $seen[1] -eq 1
			echo $name
		end
	end
end

# One completion, of "unhurried TOOL" and of the command TOOL where that is ours.
function __unhurried_offer -a tool own
	complete -c unhurried -n "__unhurried_is '$tool'" $argv[3..-1]
	test -z "$own"
	or complete -c $tool $argv[3..-1]
end

# Learn a tool's options and operands from what it says of itself.
function __unhurried_learn -a tool own
	set -l called
	set -l synopsis
	for line in (unhurried complete options (string match -r -- '.+' $tool) 2>/dev/null)
		set -l row (string split \t -- $line)
		switch $row[1]
		case name
			set called (string split ' ' -- $row[2])
		case call
			# Where a way to call begins.
			set -a synopsis ';' $row[2]
		case option
			set -l option -l $row[2] -d "$row[6]"
			if test $row[3] != -
				set -a option -s $row[3]
			end
			if test $row[4] != -
				set -a __unhurried_takes "$tool --$row[2]" "$tool -$row[3]"
				if test $row[4] = FORMAT
					set -a option -x -a $row[5]
				else
					set -a option -x -a "(__unhurried_value $row[4])"
				end
			end
			__unhurried_offer "$tool" "$own" $option
		end
	end
	# A verb is a word in lower case that comes first, or beside one that does.
	set -l skip
	set -l last
	set -l operands
	set -l with ''
	set -l alone :
	set -l depth 0
	for token in (string match -ar '[][]|[^][. ]+' -- "$synopsis")
		if set -q skip[1]
			set -e skip
			set skip
			continue
		end
		switch $token
		case '--*'
			contains -- "$tool $token" $__unhurried_takes
			and set skip yes
		case '-*'
			contains -- "$tool -"(string sub -s -1 -- $token) $__unhurried_takes
			and set skip yes
		case ';'
			set last
			set with ''
			set alone :
			set depth 0
		case '['
			set depth (math $depth + 1)
		case ']'
			set depth (math $depth - 1)
		case '|'
			set last (string replace verb beside -- $last)
		case '*'
			if string match -qr '^[A-Z]' -- $token
				test "$last" = beside
				and set alone :
				set -a operands " $with $alone $token"
				set last operand
			else if not contains -- $token $called
				if contains -- "$last" '' beside
					contains -- $token $operands
					or set -a operands $token
					set with "$with $token"
					test $depth -gt 0
					or set alone
					set last verb
				else if test "$last" = verb
					set -a operands "$with $token"
				end
			end
		end
	end
	set operands (string escape -- $operands)
	__unhurried_offer "$tool" "$own" -f -a "(__unhurried_operands $operands)"
end

# Another program may have the name of one of the tools: then only
# "unhurried TOOL" is meant.
function __unhurried_begin
	set -l home (command -v unhurried)
	or return
	set home (string replace -r '/[^/]*$' '' -- (builtin realpath $home))
	__unhurried_learn
	complete -c unhurried -n '__unhurried_is help' -f -a '(__unhurried_value TOOL) all safety'
	for tool in (unhurried complete tools 2>/dev/null)
		set -l own
		set -l path (command -v $tool)
		and test (builtin realpath $path) = (builtin realpath $home/$tool)
		and set own yes
		__unhurried_learn $tool $own
	end
end
__unhurried_begin
functions -e __unhurried_begin __unhurried_learn __unhurried_offer
