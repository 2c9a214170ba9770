# The walk of JourneyTest by curl: API and the tokens of three people, RITA, ED and EVA, are given. Prints the claim's id.
set -euo pipefail
call() { curl -s --fail-with-body "$API$2" -H "Authorization: Bearer $1" -H 'Content-Type: application/json' "${@:3}"; }
etag() { curl -sI "$API/v1/claims/$CLAIM" -H "Authorization: Bearer $RITA" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p'; }
move() { call "$1" "/v1/claims/$CLAIM/transitions" -H "If-Match: $(etag)" -d "$2" >/dev/null; }
draft() { call "$1" "/v1/claims/$CLAIM/verdict-draft" -X PUT "${@:2}" >/dev/null; }
id() { sed 's/{"id":"\([^"]*\)".*/\1/'; }

ARTICLE=$({ printf '{"url": "%s", "text": ' "$URL"; sed 's/[\\"]/\\&/g; s/$/\\n/' article.txt | tr -d '\n' | sed 's/.*/"&"}/'; } | call "$RITA" /v1/articles -d @-)
QUOTE=$(echo "$ARTICLE" | sed 's/.*"quotes":\[{"id":"\([^"]*\)".*/\1/')
CLAIM=$(call "$RITA" /v1/claims -d '{"quoteId": "'"$QUOTE"'", "text": "'"$WORDS"'"}' | id)
move "$RITA" '{"to": "in_review"}'
call "$RITA" "/v1/claims/$CLAIM/sources" -d '{"url": "https://statistics.example/schools", "title": "Schools in 2025", "role": "refutes"}' >/dev/null
draft "$RITA" -d '{"rating": "mostly_false", "quoteVerdict": "faithful", "language": "en", "summary": "There are nine new schools."}'
move "$RITA" '{"to": "proposed"}'
move "$ED" '{"to": "published"}'
curl -s --fail-with-body "$API/embed/v1/claims?ids=$CLAIM" >/dev/null
move "$ED" '{"to": "in_review"}'
DRAFT=$(curl -sI "$API/v1/claims/$CLAIM/verdict-draft" -H "Authorization: Bearer $ED" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
draft "$ED" -H "If-Match: $DRAFT" -d '{"rating": "mostly_false", "quoteVerdict": "faithful", "language": "en", "summary": "There are ten new schools."}'
move "$ED" '{"to": "proposed"}'
move "$EVA" '{"to": "published", "kind": "correction", "publicNote": "A part of it was missing."}'
move "$EVA" '{"to": "retracted", "publicNote": "The source was withdrawn."}'
move "$ED" '{"to": "retracted"}'
echo "$CLAIM"
