#!/bin/sh
# Makes the database again from a file of backup.sh:  DATABASE_URL=… deploy/restore.sh FILE
# Into an empty database only, all or nothing. Stop the server first. Everybody signs in anew afterwards.
set -eu

: "${DATABASE_URL:?Set DATABASE_URL to an empty database.}"
file="${1:?Name the file to restore from.}"
[ -r "$file" ] || { echo "$file cannot be read." >&2; exit 1; }
tables="$(psql --dbname="$DATABASE_URL" --no-psqlrc --tuples-only --no-align \
	--command="SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")"
[ "$tables" = 0 ] || { echo "The database is not empty ($tables tables). Make a new one: createdb undelivered_restored" >&2; exit 1; }

pg_restore --dbname="$DATABASE_URL" --no-owner --no-privileges --single-transaction --exit-on-error "$file"
echo "Restored from $file. Start the server; npm run doctor looks whether all is there."
