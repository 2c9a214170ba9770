package org.quotecheck.verdict;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quotecheck.deployment.Edition;
import org.quotecheck.deployment.Settings;
import org.quotecheck.http.Reads;
import org.quotecheck.problem.Problem;

/** {@code /v1/ratings}: what verdicts may say, and what each means, in the words of this deployment. */
@Path("/v1/ratings")
@RunOnVirtualThread
class RatingsResource {

    private static final String ENGLISH = "en";
    private static final Pattern LANGUAGE = Pattern.compile(Settings.LANGUAGE);

    /** @param language that labels and definitions are in */
    @RegisterForReflection
    record RatingsView(String language, List<RatingView> ratings, List<QuoteVerdictView> quoteVerdicts) {}

    /**
     * @param scale 1 (false) to 5 (true), of the five on that scale
     * @param labels by language
     */
    @RegisterForReflection
    record RatingView(Rating rating, Integer scale, String label, String definition, Map<String, String> labels) {}

    @RegisterForReflection
    record QuoteVerdictView(QuoteVerdict quoteVerdict, String label, String definition, Map<String, String> labels) {}

    private final Reads reads;
    private final Edition edition;

    RatingsResource(Reads reads, Edition edition) {
        this.reads = reads;
        this.edition = edition;
    }

    @GET
    public Response ratings(@QueryParam("lang") String lang) {
        if (lang != null && !LANGUAGE.matcher(lang).matches()) {
            throw Problem.malformed("lang must be a language tag (BCP 47), such as en or pt-BR.");
        }
        var language = Labels.resolve(lang == null ? ENGLISH : lang);
        return reads.conditional(edition.etag("ratings\n" + language), () -> view(language));
    }

    private static RatingsView view(String language) {
        return new RatingsView(
                language,
                Arrays.stream(Rating.values())
                        .map(rating -> new RatingView(
                                rating,
                                rating.scaleValue().isPresent()
                                        ? rating.scaleValue().getAsInt()
                                        : null,
                                Labels.of(rating, language),
                                Labels.definition(rating, language),
                                inAll(each -> Labels.of(rating, each))))
                        .toList(),
                Arrays.stream(QuoteVerdict.values())
                        .map(verdict -> new QuoteVerdictView(
                                verdict,
                                Labels.of(verdict, language),
                                Labels.definition(verdict, language),
                                inAll(each -> Labels.of(verdict, each))))
                        .toList());
    }

    private static Map<String, String> inAll(UnaryOperator<String> label) {
        var labels = new TreeMap<String, String>();
        Labels.languages().forEach(language -> labels.put(language, label.apply(language)));
        return labels;
    }
}
