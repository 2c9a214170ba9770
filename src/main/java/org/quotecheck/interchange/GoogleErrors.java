package org.quotecheck.interchange;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.quotecheck.problem.ProblemView;

/** Below /v1alpha1 every problem has the form that Google's clients read. */
@Provider
class GoogleErrors implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/v1alpha1/")
                && response.getEntity() instanceof ProblemView problem) {
            response.setEntity(GoogleError.of(problem), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
