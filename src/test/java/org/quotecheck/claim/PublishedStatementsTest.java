package org.quotecheck.claim;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.quotecheck.Golden;

/** The SQL of the reads of published claims, whole, so that a reviewer reads what the database gets. */
class PublishedStatementsTest {

    @Test
    void readsOfPublishedClaims() {
        var statements = new LinkedHashMap<String, String>();
        statements.put("version", PublishedReads.VERSION);
        statements.put("one", PublishedReads.ONE_WHOLE);
        statements.put("many", PublishedReads.MANY_WHOLE);
        statements.put("page", PublishedHistory.CLAIM);
        statements.put("language", PublishedHistory.LANGUAGE);
        Golden.assertSame("published.sql", Golden.sql(statements), "the SQL of published claims has changed");
    }
}
