package org.quotecheck.review;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quotecheck.Golden;

/** The SQL of the review queue, whole. */
class QueueStatementTest {

    @Test
    void queueOfClaims() {
        Golden.assertSame(
                "queue.sql",
                ReviewQueue.statement(List.of("true"), false) + ";\n\n"
                        + ReviewQueue.statement(List.of("c.status = :status", "c.assignee = :assignee"), true) + ";\n",
                "the SQL of the review queue has changed");
    }
}
