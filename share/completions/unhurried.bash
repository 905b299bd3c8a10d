# shellcheck shell=bash
# Completion for unhurried and its tools in bash 4.2 and later.
#
# Options and verbs are what "unhurried complete options TOOL" says, and words come
# from "unhurried complete", too: a tool that is new needs nothing here.

# Read what a tool says of itself into the caller's options, takes, verbs, after,
# operands and formats. An operand has the verbs before it that it goes with,
# ":" where it comes without one, and its name; after has what follows a verb.
_unhurried_read_options()
{
	local kind name short arg choices synopsis='' called='' token skip='' last=''
	local with='' alone=: depth=0
	local -a tokens

	while IFS=$'\t' read -r kind name short arg choices _; do
		case $kind in
		name)
			called=$name ;;
		call)
			# Where a way to call begins.
			synopsis+=" ; $name" ;;
		option)
			arg=${arg#-}
			options+=("--$name")
			takes[--$name]=$arg
			if [[ $short != - ]]; then
				options+=("-$short")
				takes[-$short]=$arg
			fi
			[[ $name != format ]] || formats=$choices ;;
		esac
	done < <(unhurried complete options ${1:+"$1"} 2>/dev/null)

	# A verb is a word in lower case that comes first, or beside one that does.
	synopsis=${synopsis//'['/ [ } synopsis=${synopsis//']'/ ] }
	read -ra tokens <<<"${synopsis//.../ }"
	for token in "${tokens[@]}"; do
		if [[ -n $skip ]]; then
			skip=''
		elif [[ $token == --* ]]; then
			skip=${takes[$token]-}
		elif [[ $token == -?* ]]; then
			skip=${takes[-${token: -1}]-}
		elif [[ $token == ';' ]]; then
			last='' with='' alone=: depth=0
		elif [[ $token == '[' ]]; then
			depth=$((depth + 1))
		elif [[ $token == ']' ]]; then
			depth=$((depth - 1))
		elif [[ $token == '|' ]]; then
			last=${last/#verb/beside}
		elif [[ $token == [A-Z]* ]]; then
			[[ $last != beside ]] || alone=:
			last=operand
			operands+=(" $with $alone $token")
		elif [[ $token == [a-z]* && " $called " != *" $token "* ]]; then
			if [[ -z $last || $last == beside ]]; then
				[[ " ${verbs[*]} " == *" $token "* ]] ||
					verbs+=("$token")
				with+=" $token"
				[[ $depth -gt 0 ]] || alone=''
			elif [[ $last == verb ]]; then
				after+=("$with $token")
			fi
			last=${last:-verb} last=${last/#beside/verb}
		fi
	done
}

# Offer a word, and with it why, when it goes on from what stands there. Within
# quotes, no word in which the shell would find more than its letters.
_unhurried_add()
{
	local word=$1

	if [[ -z $quote ]]; then
		printf -v word %q "$1"
	elif [[ $word == *[\$\`\\\"\!]* ||
	    ( $quote == \' && $word == *\'* ) ]]; then
		return
	fi
	if [[ $word == "$cur"* ]]; then
		COMPREPLY+=("$word")
		why+=("${2-}")
	fi
}

_unhurried_add_list()
{
	local word rest before=$1

	while IFS=$'\t' read -r word rest; do
		_unhurried_add "$before$word" "$rest"
	done < <(unhurried "${where[@]}" complete "${@:2}" 2>/dev/null)
}

# Offer what may stand for an argument such as DIR, NAME or SCALE=RATING.
_unhurried_add_value()
{
	local word before=$2 had

	case $1 in
	DIR|FILE)
		compopt -o filenames 2>/dev/null
		had=${cur#"$before"}
		had=${had/#\~/$HOME}
		mapfile -t COMPREPLY < <(if [[ $1 == DIR ]]; then
			compgen -d -- "$had"
		else
			compgen -f -- "$had"
		fi)
		;;
	FORMAT)
		for word in $formats; do _unhurried_add "$before$word"; done ;;
	GROUP)
		while read -r word; do
			_unhurried_add "$before$word"
		done < <(compgen -g) ;;
	ID)
		compopt -o nosort 2>/dev/null
		_unhurried_add_list "$before" ids ;;
	RESTING)
		compopt -o nosort 2>/dev/null
		_unhurried_add_list "$before" trash ;;
	KIND)	_unhurried_add_list "$before" kinds ;;
	LIST)
		quote=${quote:-,}
		if [[ ${cur#"$2"} == *,* ]]; then before=${cur%,*},; fi
		for word in note today feel tags pace; do
			_unhurried_add "$before$word"
		done
		_unhurried_add_list "$before" scales ;;
	NAME*|PARTNER*)
		_unhurried_add_list "$before" names ;;
	PACE)	_unhurried_add_list "$before" paces ;;
	PLAN)	_unhurried_add_list "$before" plans ;;
	ITEM)	_unhurried_add_list "$before" care ;;
	PART)
		for word in words want limits not-now questions practices; do
			_unhurried_add "$before$word"
		done ;;
	PERSON)	_unhurried_add_list "$before" people ;;
	PROMPT)	_unhurried_add_list "$before" prompts ;;
	READING)	_unhurried_add_list "$before" lessons ;;
	RITUAL)	_unhurried_add_list "$before" rituals ;;
	REASON)	_unhurried_add_list "$before" reasons ;;
	SIGNAL)	_unhurried_add_list "$before" signals ;;
	STEP)	_unhurried_add_list "$before" steps ;;
	THEME)	_unhurried_add_list "$before" themes ;;
	DEPTH)
		for word in light warm deep; do
			_unhurried_add "$before$word"
		done ;;
	TOPIC)	_unhurried_add_list "$before" topics ;;
	LATER)
		for word in 2w 4w "3 months" none; do
			_unhurried_add "$before$word"
		done ;;
	WHAT)
		for word in comfort trigger limit; do
			_unhurried_add "$before$word"
		done ;;
	SCALE)	_unhurried_add_list "$before" scales ;;
	SCALE=*)
		if [[ $cur == *=* ]]; then
			_unhurried_add_list "${cur%%=*}=" ratings "${cur%%=*}"
			return
		fi
		while IFS=$'\t' read -r word _; do
			[[ $word == "$cur"* ]] && COMPREPLY+=("$word=")
		done < <(unhurried "${where[@]}" complete scales 2>/dev/null)
		;;
	TAG)	_unhurried_add_list "$before" tags ;;
	TOOL)	_unhurried_add_list "$before" tools ;;
	WHEN|DAY)
		for word in today yesterday monday tuesday wednesday \
		    thursday friday saturday sunday; do
			_unhurried_add "$before$word"
		done ;;
	TIME)
		for word in today tomorrow monday tuesday wednesday thursday \
		    friday saturday sunday; do
			_unhurried_add "$before$word"
		done ;;
	WHICH)
		_unhurried_add "${before}first"
		_unhurried_add "${before}second" ;;
	WORD)	_unhurried_add_list "$before" feel ;;
	ZONE)
		while read -r _ _ word _; do
			[[ $word == */* ]] && _unhurried_add "$before$word"
		done < <(cat /usr/share/zoneinfo/zone1970.tab 2>/dev/null) ;;
	esac
}

# With several to choose from, say what each is; in menus only words count.
_unhurried_explain()
{
	local i

	[[ ${#COMPREPLY[@]} -gt 1 && ${COMP_TYPE-} != 37 &&
	    ${COMP_TYPE-} != 42 ]] || return 0
	for i in "${!COMPREPLY[@]}"; do
		[[ -z ${why[i]-} ]] || COMPREPLY[i]+="  (${why[i]})"
	done
}

# What stands before the word of one tool, and so what may come there.
_unhurried_complete()
{
	local tool=$1 i word waits='' seen=0 verb=:
	local -a options=() verbs=() after=() operands=()
	local -A takes=()
	local formats='' done=''

	_unhurried_read_options "$tool"
	for ((i = $2; i < ${#words[@]} - 1; i++)); do
		word=${words[i]}
		if [[ -n $waits ]]; then
			waits=''
		elif [[ $word == --*=* ]]; then
			:
		elif [[ $word == --* ]]; then
			waits=${takes[$word]-}
		elif [[ $word == -?* ]]; then
			waits=${takes[-${word: -1}]-}
		else
			seen=$((seen + 1))
			[[ $seen -gt 1 || " ${verbs[*]} " != *" $word "* ]] ||
				verb=$word
		fi
	done
	if [[ -n $waits ]]; then
		_unhurried_add_value "$waits" ''
	elif [[ $cur == --*=* ]]; then
		_unhurried_add_value "${takes[${cur%%=*}]-}" "${cur%%=*}="
	elif [[ $cur == -* ]]; then
		for word in "${options[@]}"; do _unhurried_add "$word"; done
	else
		for word in "${verbs[@]}"; do
			[[ $seen -gt 0 ]] || _unhurried_add "$word"
		done
		for word in "${after[@]}"; do
			[[ $seen -ne 1 || $word != *" $verb "* ]] ||
				_unhurried_add "${word##* }"
		done
		for word in "${operands[@]}"; do
			[[ $word == *" $verb "* ]] || continue
			word=${word##* }
			[[ " $done " != *" $word "* ]] || continue
			done+=" $word"
			_unhurried_add_value "$word" ''
		done
	fi
	if [[ " $waits $done " == *' ID '* ]]; then
		_unhurried_explain
	fi
}

_unhurried()
{
	local cur='' quote='' word tool='' i start=1
	local -a words=() where=() why=()

	# bash takes words apart at = and :, so they are put together again.
	for ((i = 0; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $i -gt 1 && ($word == [=:]* || $cur == *[=:]) ]]; then
			words[${#words[@]} - 1]+=$word
		else
			words+=("$word")
		fi
		cur=${words[${#words[@]} - 1]}
	done
	if [[ $cur == [\"\']* ]]; then
		quote=${cur:0:1}
		cur=${cur:1}
	fi
	COMPREPLY=()

	# The tool, and the directory and name that are asked for.
	[[ ${words[0]##*/} == unhurried ]] || tool=${words[0]##*/}
	for ((i = 1; i < ${#words[@]} - 1; i++)); do
		word=${words[i]//[\"\'\\]/}
		case $word in
		-d|--dir|-u|--as)
			i=$((i + 1))
			((i < ${#words[@]} - 1)) || break
			word=${words[i]//[\"\'\\]/}
			where+=("${words[i - 1]}" "${word/#\~/$HOME}") ;;
		--dir=*|--as=*)
			where+=("${word/=\~/=$HOME}") ;;
		-*)	;;
		*)
			if [[ -z $tool ]]; then
				tool=$word
				start=$((i + 1))
			fi ;;
		esac
	done
	if [[ $tool == help ]]; then
		_unhurried_add_value TOOL ''
		_unhurried_add all
		_unhurried_add safety
	else
		_unhurried_complete "$tool" "$start"
	fi

	# Only what comes after the last = or : is put in.
	word=${cur%"${cur##*[=:]}"}
	if [[ -n $word && $COMP_WORDBREAKS == *"${word: -1}"* ]]; then
		for i in "${!COMPREPLY[@]}"; do
			COMPREPLY[i]=${COMPREPLY[i]#"$word"}
		done
	fi
	if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *= ]]; then
		compopt -o nospace 2>/dev/null
	fi
	return 0
}

# Another program may have the name of one of the tools.
_unhurried_begin()
{
	local home tool

	complete -F _unhurried unhurried
	home=$(readlink -f -- "$(type -P unhurried)") || return 0
	while read -r tool; do
		[[ $(type -P "$tool") -ef ${home%/*}/$tool ]] &&
			complete -F _unhurried "$tool"
	done < <(unhurried complete tools 2>/dev/null)
	return 0
}
_unhurried_begin
unset -f _unhurried_begin
