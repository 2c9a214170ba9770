package org.quotecheck.review;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quotecheck.article.SubmitArticle;
import org.quotecheck.claim.ClaimStatus;
import org.quotecheck.http.QueryParameters;
import org.quotecheck.problem.Problem;

/**
 * Which part of the queue is asked for; null members do not narrow it.
 *
 * @param language lower-case BCP 47 tag, or the beginning of one
 */
record QueueFilter(ClaimStatus status, String assignee, String tag, String language, Waiting waiting) {

    private static final int MAX_TAG = 253;
    private static final Pattern LANGUAGE = Pattern.compile(SubmitArticle.LANGUAGE);

    /** What is in the queue at all, of the table claim c. */
    private static final String WAITS = "(" + ClaimStatus.OPEN + " or "
            + Waiting.REPORTS.condition + " or " + Waiting.APPEARANCES.condition + " or c.retraction_by is not null"
            + " or c.id in (select a.claim_id from article_version v join appearance a on a.article_id = v.article_id"
            + " where v.state = 'waiting' and a.state = 'confirmed' and c.revision > 0))";

    /**
     * From query parameters as they were sent
     *
     * @throws Problem 400
     */
    static QueueFilter of(ClaimStatus status, String assignee, String tag, String language, Waiting waiting) {
        QueryParameters.text("tag", tag, MAX_TAG);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Problem.malformed("language must be a BCP 47 tag.");
        }
        return new QueueFilter(
                status, assignee, tag, language == null ? null : language.toLowerCase(Locale.ROOT), waiting);
    }

    /** SQL conditions on the table claim c. */
    List<String> conditions() {
        var where = new ArrayList<String>();
        where.add(WAITS);
        if (status != null) {
            where.add("c.status = :status");
        }
        if (assignee != null) {
            where.add("c.assignee = :assignee");
        }
        if (tag != null) {
            where.add("c.tags @> array[cast(:tag as text)]");
        }
        if (language != null) {
            where.add("starts_with(lower(c.language) || '-', :language || '-')");
        }
        if (waiting != null) {
            where.add(waiting.condition);
        }
        return where;
    }

    /** Gives the conditions the values that they name. */
    Query fill(Query query) {
        if (status != null) {
            query.setParameter("status", status.toString());
        }
        if (assignee != null) {
            query.setParameter("assignee", assignee);
        }
        if (tag != null) {
            query.setParameter("tag", tag);
        }
        if (language != null) {
            query.setParameter("language", language);
        }
        return query;
    }

    /** For cursors, which belong to one list. */
    Object[] key() {
        return new Object[] {status, assignee, tag, language, waiting};
    }
}
