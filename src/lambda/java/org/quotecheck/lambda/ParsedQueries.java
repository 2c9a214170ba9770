package org.quotecheck.lambda;

import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * What the parser of the ORM's queries learns as it reads them (its automata): ready-made in a native executable, which
 * would otherwise learn it at each start. Any other query is parsed as ever, only slower.
 */
final class ParsedQueries {

    /** In the forms that the entities use. */
    private static final List<String> LIKE_OURS = List.of(
            "from org.quotecheck.claim.Claim where id in ?1",
            "from org.quotecheck.claim.Claim where words.identity = ?1 and id <> ?2",
            "from org.quotecheck.claim.Claim where revision > 0 and duplicateOf is null order by id",
            "from org.quotecheck.source.Source where claimId in ?1 order by id",
            "from org.quotecheck.article.Quote where articleId = ?1 and not removed order by start, id",
            "from org.quotecheck.article.Article where id = (select articleId from ArticleAddress where urlHash = ?1)",
            "from Appearance a where a.claimId = :claim and a.state = :state order by a.first desc, a.id",
            "from org.quotecheck.verdict.VerdictRevision where key.claimId = ?1 order by key.number desc",
            "select claimId, count(*) from Source where claimId in ?1 group by claimId",
            "select max(key.number) from ArticleVersion where key.articleId = ?1",
            "select count(*) from org.quotecheck.report.ReaderReport where network = ?1 and createdAt >= ?2",
            "update org.quotecheck.report.ReaderReport set claimId = ?1 where claimId = ?2",
            "delete from org.quotecheck.source.Source where claimId = ?1");

    private ParsedQueries() {}

    /** Fails where one is not a query, and with it the build. */
    static void fill() {
        LIKE_OURS.forEach(ParsedQueries::parse);
    }

    /** As the ORM does at first. */
    private static void parse(String query) {
        var lexer = HqlParseTreeBuilder.INSTANCE.buildHqlLexer(query);
        var parser = HqlParseTreeBuilder.INSTANCE.buildHqlParser(query, lexer);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.statement();
    }
}
