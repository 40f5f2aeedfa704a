# What make-reader, make-parser, make-style and make-cards share: they source it.
#
# Checkpoints lie in the folder WORK, artifacts/training/NETWORK-VERSION where that is not set. A step whose checkpoint is there is
# skipped, so that a command that failed goes on where it stopped when it is given again; other data, another beginning or a changed
# recipe want another folder. At the end the folder is removed unless WORK named it.
#
# TRIAL=1 tries the whole command out in minutes: few pictures, a step or an epoch of each, and everything that would be shipped
# goes into WORK/models. THREADS is how many threads torch takes, 2 where it is not set.

say() { printf '%s\n' "$*" >&2; }

usage() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; } # which the first lines of a command tell

refuse() { # WHAT IS WRONG
    say "$1"
    usage >&2
    exit 2
}

case ${1:-} in -h | --help) usage && exit ;; esac

begin() { # NETWORK, then what the command was given: DATA BACKBONE VERSION
    [ $# -ge 4 ] || refuse "It takes the folder with the data, the backbone's weights and a version."
    [ -f "$3" ] || refuse "There is no file $3."
    network=$1 backbone=$3 version=$4
    trap 'left $?' EXIT
    gather "$network-$version" "$2"
    say "Checkpoints lie in $work."
}

gather() { # NAME DATA: where the data are, and the folder NAME for what is measured on them
    [ -d "$2" ] || refuse "There is no folder $2."
    [ -f "$2/closet.csv" ] || refuse "There is no closet.csv in $2, nor then the other sets."
    data=$2
    python=${PYTHON:-python3} threads=${THREADS:-2} trial=${TRIAL:-}
    models=$here/../models
    work=${WORK:-$here/../artifacts/training/$1${trial:+-trial}}
    mkdir -p "$work"
    work=$(cd "$work" && pwd)
    if [ -n "$trial" ]; then
        once data "$python" "$here/trial.py" --data "$data" --out "$work/data.part"
        once models cp -r "$models" "$work/models.part"
        data=$work/data models=$work/models
        export DRAPE_MODELS=$models
    fi
}

left() { # STATUS
    [ "$1" -eq 0 ] || [ -z "${work:-}" ] || say "What was made so far stays in $work; the same command goes on from there."
}

once() { # NAME COMMAND...: what the command leaves at $work/NAME.part, whole, as $work/NAME
    if [ -e "$work/$1" ]; then
        say "$1: there already"
        return
    fi
    say "$1"
    rm -rf "$work/$1.part"
    "${@:2}"
    mv "$work/$1.part" "$work/$1"
}

train() { # RECIPE NAME OPTIONS...: $work/NAME.pt
    local brief=()
    if [ -n "$trial" ]; then
        case $1 in
            single) brief=(--epochs 1 --stop 1) ;;
            parse) brief=(--epochs 2 --mark 1) ;;
            style | refit | upright) brief=(--epochs 1) ;;
            near) brief=(--steps 3) ;;
            reader | shop) brief=(--steps 3 --stop 3) ;;
        esac
    fi
    once "$2.pt" "$python" "$here/$1.py" --data "$data" --backbone "$backbone" --threads "$threads" --out "$work/$2.pt.part" "${@:3}" \
        "${brief[@]}"
}

average() { # NAME PARTS CHECKPOINT...: $work/NAME.pt; PARTS as of average.py, empty for equal ones
    once "$1.pt" "$python" "$here/average.py" --out "$work/$1.pt.part" ${2:+--parts "$2"} "${@:3}"
}

worn() { # what reader and parser say together of what is worn: values in the entries of both, so both cards are to be printed anew
    "$python" "$here/worn.py" --data "$data" --models "$models"
}

ship() { # CHECKPOINT: the files of the network
    "$python" "$here/export.py" "$network" --int8 --checkpoint "$1" --data "$data" --backbone "$backbone" --version "$version" \
        --models "$models" --threads "$threads"
}

measure() { # TITLE SET SPLIT OPTIONS...: $work/TITLE.json, added to the titles; by the usual file where the title ends in float32, else by the int8 twin where it runs
    local precision=()
    case $1 in
        *-float32) precision=(DRAPE_PRECISION=float32) ;;
    esac
    say "$1"
    env "${precision[@]}" "$here/../drape" eval "$2" --data "$data" --split "$3" "${@:4}" --json > "$work/$1.json"
    titles+=("$work/$1.json")
}

card() { # NETWORK: its card, of figures measured now. What a float32 file's figures are beside is what its int8 twin loses.
    local titles=()
    case $1 in
        reader)
            measure closet-test closet test
            measure closet-validation closet validation
            measure products-held-out products validation
            measure products-large-held-out products validation --pictures large
            measure search-held-out search validation
            measure street-held-out street validation
            measure closet-test-float32 closet test
            measure products-held-out-float32 products validation
            measure street-held-out-float32 street validation
            ;;
        parser)
            measure outfits-held-out outfits validation
            measure outfits-held-out-float32 outfits validation
            measure faces-held-out faces validation
            ;;
        style)
            measure styles-held-out styles validation
            measure styles-held-out-float32 styles validation
            ;;
    esac
    "$python" "$here/card.py" --models "$models" "$1" "${titles[@]}"
}

finish() {
    if [ -n "$trial" ]; then
        say "The whole command ran. What it would ship lies in $models; nothing in the repository's models/ was changed."
        say "Remove $work to try it from the beginning again."
    elif [ -n "${WORK:-}" ]; then
        say "Done. The checkpoints stay in $work."
    else
        rm -rf "$work"
    fi
}
