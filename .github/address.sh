#!/usr/bin/env bash
# Prints SITE_URL=..., the address that GitHub Pages gives a repository; OWNER and NAME say which.
set -euo pipefail
owner=$(printf %s "$OWNER" | tr '[:upper:]' '[:lower:]')
path="$NAME/"
if [ "$NAME" = "$owner.github.io" ]; then path=""; fi
printf 'SITE_URL=https://%s.github.io/%s\n' "$owner" "$path"
