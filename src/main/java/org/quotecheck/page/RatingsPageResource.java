package org.quotecheck.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;
import org.quotecheck.http.Reads;
import org.quotecheck.verdict.Labels;
import org.quotecheck.verdict.QuoteVerdict;
import org.quotecheck.verdict.Rating;

/** {@code /ratings}: what each rating and each verdict on a quotation means. */
@Path("/ratings")
@RunOnVirtualThread
class RatingsPageResource {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ratings(
                PageFrame f, List<Defined> scale, List<Defined> others, List<Defined> quoteVerdicts);
    }

    /** @param step from 1 to 5; null off the scale */
    record Defined(String code, String label, String definition, Integer step) {}

    private final PageFrames frames;
    private final Reads reads;

    RatingsPageResource(PageFrames frames, Reads reads) {
        this.frames = frames;
        this.reads = reads;
    }

    @GET
    public Response ratings(@QueryParam("lang") String lang) {
        var frame = frames.in(lang);
        return reads.conditional(
                frames.etag(frame, "ratings"),
                "text/html;charset=utf-8",
                () -> Templates.ratings(frame, ratings(frame, true), ratings(frame, false), quoteVerdicts(frame))
                        .render());
    }

    private static List<Defined> ratings(PageFrame frame, boolean onScale) {
        return Arrays.stream(Rating.values())
                .filter(rating -> rating.scaleValue().isPresent() == onScale)
                .map(rating -> new Defined(
                        rating.toString(),
                        Labels.of(rating, frame.lang()),
                        Labels.definition(rating, frame.lang()),
                        onScale ? rating.scaleValue().getAsInt() : null))
                .toList();
    }

    private static List<Defined> quoteVerdicts(PageFrame frame) {
        return Arrays.stream(QuoteVerdict.values())
                .map(verdict -> new Defined(
                        verdict.toString(),
                        Labels.of(verdict, frame.lang()),
                        Labels.definition(verdict, frame.lang()),
                        null))
                .toList();
    }
}
