package org.quotecheck.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.quotecheck.digest.Json;

/**
 * A column of free text or JSON in a table of what belongs to claims. They are read from the catalogue, so that none
 * that is added later is forgotten.
 */
@RegisterForReflection
record ClaimColumn(String table, String column, String type) {

    /**
     * Not: revisions and the embed, which are emptied, and what is not text: codes, which are checked, ids, addresses.
     */
    static List<ClaimColumn> all(EntityManager database) {
        @SuppressWarnings("unchecked")
        List<ClaimColumn> columns =
                database.createNativeQuery("""
                select cast(c.table_name as text), cast(c.column_name as text), cast(c.data_type as text)
                from information_schema.columns c
                join information_schema.columns own
                  on own.table_schema = c.table_schema and own.table_name = c.table_name
                    and own.column_name = 'claim_id'
                where c.table_schema = current_schema() and c.is_generated = 'NEVER'
                  and (c.data_type in ('text', 'jsonb') or c.data_type = 'ARRAY' and c.udt_name = '_text')
                  and c.table_name not in ('verdict_revision', 'embed')
                  and c.column_name !~ '(^|_)(url|hash|actor|action|by|network|follow_up|language|keys)$'
                  and not exists (select from pg_constraint k
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
                    where k.contype = 'c' and k.conrelid = cast(quote_ident(c.table_name) as regclass)
                      and a.attname = c.column_name
                      and pg_get_constraintdef(k.oid) like '%ARRAY[%')
                order by c.table_name, c.ordinal_position""", ClaimColumn.class).getResultList();
        return columns;
    }

    String name() {
        return table + '.' + column;
    }

    /** In what belongs to the claim and its duplicates; how many values. */
    int replace(EntityManager database, UUID claim, RemovedWords words) {
        var sql = """
                select cast(ctid as text) as place, cast(to_jsonb(%1$s) as text) as value from %2$s
                where %1$s is not null
                  and claim_id in (select id from claim where id = :claim or duplicate_of = :claim)""";
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(sql.formatted(quoted(column), quoted(table)), Tuple.class)
                .setParameter("claim", claim)
                .getResultList();
        int count = 0;
        for (var row : rows) {
            var value = row.get("value", String.class);
            var json = Json.kept(value, JsonNode.class);
            var replaced = words.replaceIn(json.deepCopy());
            if (!replaced.equals(json)) {
                count += database.createNativeQuery("update %s set %s = %s where ctid = cast(:place as tid)"
                                .formatted(quoted(table), quoted(column), written()))
                        .setParameter("value", replaced.toString())
                        .setParameter("place", row.get("place", String.class))
                        .executeUpdate();
            }
        }
        return count;
    }

    /** SQL that makes the column's value of JSON. */
    private String written() {
        return switch (type) {
            case "jsonb" -> "cast(:value as jsonb)";
            case "ARRAY" -> "array(select jsonb_array_elements_text(cast(:value as jsonb)))";
            default -> "cast(:value as jsonb) #>> '{}'";
        };
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
