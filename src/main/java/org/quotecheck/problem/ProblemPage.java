package org.quotecheck.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.quotecheck.deployment.PageFrame;
import org.quotecheck.deployment.PageFrames;

/** Problems as pages: the explanation behind a problem's {@code type}, and what a browser shows instead of JSON. */
@ApplicationScoped
class ProblemPage {

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(
                PageFrame f, String title, int status, String detail, String explanation, String slug);

        static native TemplateInstance missing(PageFrame f);
    }

    private final PageFrames frames;

    ProblemPage(PageFrames frames) {
        this.frames = frames;
    }

    /** A person asked: the first type accepted is HTML, and the address is not one of the API's. */
    boolean isWanted(List<MediaType> accepted, String path) {
        boolean program = path.startsWith("/v1")
                || path.startsWith("/dev")
                || path.startsWith("/embed") && !path.startsWith("/embed/claims/");
        return !program
                && !accepted.isEmpty()
                && accepted.getFirst().isCompatible(MediaType.TEXT_HTML_TYPE)
                && !accepted.getFirst().isWildcardType();
    }

    /**
     * What does not exist concerns a reader, in the organisation's language; everything else concerns a developer, in
     * English.
     */
    String render(Problem problem) {
        if (problem.type() == ProblemType.NOT_FOUND) {
            return Templates.missing(frames.own()).render();
        }
        return render(problem.type(), problem.getMessage());
    }

    String render(ProblemType type, String detail) {
        return Templates.problem(frames.in("en"), type.title(), type.status(), detail, type.explanation(), type.slug())
                .render();
    }
}
