package org.quotecheck.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.quotecheck.problem.ErrorForm;
import org.quotecheck.problem.ProblemView;

/** Below /v1alpha1 every problem has the form that Google's clients read. */
@ApplicationScoped
class GoogleErrors implements ErrorForm {

    @Override
    public boolean isOf(String path) {
        return path.startsWith("/v1alpha1/");
    }

    @Override
    public Object of(ProblemView problem) {
        return GoogleError.of(problem);
    }
}
