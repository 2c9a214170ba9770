package org.quotecheck.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.quotecheck.body.Bodies;
import org.quotecheck.security.QuestionQuota;

/** {@code POST /v1/lookup}: verdicts on many pages and texts at once; nothing is stored. */
@Path("/v1/lookup")
@RunOnVirtualThread
class LookUpResource {

    private final Bodies bodies;
    private final LookUpAnswers answers;
    private final QuestionQuota quota;

    LookUpResource(Bodies bodies, LookUpAnswers answers, QuestionQuota quota) {
        this.bodies = bodies;
        this.answers = answers;
        this.quota = quota;
    }

    @POST
    public Response lookUp(byte[] content) {
        quota.count();
        var question = bodies.read(content).as(LookUp.class, LookUp::checked);
        return Response.ok(answers.to(question), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
