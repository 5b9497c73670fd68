#!/usr/bin/env bash
# Builds the site in a job on GitHub: of a pull request as a preview, else as it is.
# Reads CONFIG, FOLDER and PREVIEW, the branch of the pull request, which is empty for every other event.
set -euo pipefail

preview=()
if [ -n "$PREVIEW" ]; then preview=(--preview "$PREVIEW"); fi
node "$GITHUB_ACTION_PATH/scripts/coverbook.mjs" build --config "$CONFIG" --quiet --out "$FOLDER/site" ${preview[@]+"${preview[@]}"}
