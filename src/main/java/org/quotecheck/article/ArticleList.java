package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quotecheck.address.Host;
import org.quotecheck.http.Cursor;
import org.quotecheck.http.Limit;
import org.quotecheck.http.PageView;
import org.quotecheck.security.Actor;
import org.quotecheck.security.Role;

/** Articles, newest first, each with how many quotes it has and how many claims the caller may see. */
record ArticleList(String q, String publisher, boolean own, Actor actor) {

    /** A row of the list. */
    @RegisterForReflection
    record ListedArticle(
            UUID id,
            String url,
            String title,
            Publisher publisher,
            String publishedAt,
            String language,
            long quotes,
            long claims) {}

    /** What {@code q} is looked for in. */
    static String searched(String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** In one statement. */
    PageView<ListedArticle> page(EntityManager database, Limit limit, String cursor) {
        var filters = new Object[] {"articles", q, publisher, own, actor.subject()};
        var after = Cursor.readId(cursor, filters);
        var where = new ArrayList<String>(List.of("true"));
        var values = new HashMap<String, Object>();
        if (q != null) {
            where.add("a.search_text like :q");
            values.put("q", '%' + q.strip().toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + '%');
        }
        if (publisher != null) {
            where.add("(a.publisher_site = :host or lower(a.publisher_name) = :name)");
            values.put("host", Host.of(publisher).orElse(""));
            values.put("name", publisher.strip().toLowerCase(Locale.ROOT));
        }
        if (own) {
            where.add("a.submitted_by = :me");
        }
        if (after != null) {
            where.add("a.id < :after");
            values.put("after", after);
        }
        values.put("me", actor.subject());
        values.put("all", actor.is(Role.REVIEWER) || actor.is(Role.EDITOR));
        var sql = """
                select a.id, a.url, a.title, a.publisher_name, a.publisher_site, a.published_at, a.language,
                       (select count(*) from quote where quote.article_id = a.id and not quote.removed),
                       (select count(distinct c.id) from appearance join claim c on c.id = appearance.claim_id
                        where appearance.article_id = a.id
                          and (appearance.state = 'confirmed' or :all or c.submitted_by = :me)
                          and (:all or c.revision > 0 or c.submitted_by = :me))
                from article a where %s order by a.id desc limit %d""";
        var query = database.createNativeQuery(sql.formatted(String.join(" and ", where), limit.value() + 1));
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return PageView.of(
                rows.stream().map(ArticleList::row).toList(), limit, row -> List.of(row.id.toString()), filters);
    }

    private static ListedArticle row(Object[] columns) {
        var name = (String) columns[3];
        var site = (String) columns[4];
        return new ListedArticle(
                (UUID) columns[0],
                (String) columns[1],
                (String) columns[2],
                name == null && site == null ? null : new Publisher(name, site),
                (String) columns[5],
                (String) columns[6],
                ((Number) columns[7]).longValue(),
                ((Number) columns[8]).longValue());
    }
}
