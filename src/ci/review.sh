#!/usr/bin/env bash
# Reviews a pull request in a job on GitHub: files in $FOLDER, annotations on stdout, a summary of the job. Whether the
# gate was passed is an output of the step, so that the artifact is kept either way.
# Reads CONFIG, FAIL_ON, NUMBER, FOLDER and the runner's own variables. Nothing of the event is part of the script.
# The base is the branch the runner names: the event's own commit of it may be older than the merge that is checked out,
# and what others merged in between would be told as part of this change.
set -euo pipefail
set -f

gates=()
for gate in $FAIL_ON; do gates+=(--fail-on "$gate"); done

# A second job needs it to comment on a pull request from a fork, where this one may not.
echo "$NUMBER" > "$FOLDER/pull-request"

code=0
node "$GITHUB_ACTION_PATH/scripts/coverbook.mjs" review --config "$CONFIG" --quiet ${gates[@]+"${gates[@]}"} \
  --format markdown --output "$FOLDER/review.md" \
  --format html --output "$FOLDER/review.html" \
  --format json --output "$FOLDER/review.json" \
  --format sarif --output "$FOLDER/review.sarif" \
  --format layer --output "$FOLDER/review-layer.json" \
  --site "$FOLDER/review" \
  --format github || code=$?

# 1 is the gate; anything above, and there is no review.
if [ "$code" -gt 1 ]; then exit "$code"; fi
if [ "$code" -eq 0 ]; then echo 'passed=true'; else echo 'passed=false'; fi >> "$GITHUB_OUTPUT"
cat "$FOLDER/review.md" >> "$GITHUB_STEP_SUMMARY"
