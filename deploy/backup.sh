#!/bin/sh
# Writes one file from which restore.sh makes the database again:  DATABASE_URL=… deploy/backup.sh [FILE]
# Left out on purpose: the salts of the day, under which somebody with a copy could test addresses, and what signs people
# in. Wants pg_dump of the server's major version or newer.
set -eu
umask 077

: "${DATABASE_URL:?Set DATABASE_URL to the database to keep. For the embedded one see docs/operations.md.}"
file="${1:-undelivered-$(date -u +%Y%m%dT%H%M%SZ).dump}"
command -v pg_dump >/dev/null || { echo "pg_dump is missing: install your system's postgresql-client." >&2; exit 1; }

trap 'rm -f "$file.part"' EXIT
pg_dump --dbname="$DATABASE_URL" --format=custom --no-owner --no-privileges \
	--exclude-table-data=salt --exclude-table-data=session --exclude-table-data=verification_token \
	--exclude-table-data=limit_count \
	--file="$file.part"
pg_restore --list "$file.part" >/dev/null
mv "$file.part" "$file"
echo "Kept in $file ($(wc -c <"$file") bytes)."
