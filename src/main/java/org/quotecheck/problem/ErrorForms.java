package org.quotecheck.problem;

import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;

/** Gives errors the form of the interface that was called. */
@Provider
public class ErrorForms implements ContainerResponseFilter {

    private final List<ErrorForm> forms;

    ErrorForms(@All List<ErrorForm> forms) {
        this.forms = forms;
    }

    /** Empty where the problem stays as it is. */
    public Optional<Object> of(String path, ProblemView problem) {
        return forms.stream().filter(form -> form.isOf(path)).findFirst().map(form -> form.of(problem));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemView problem) {
            of(request.getUriInfo().getPath(), problem)
                    .ifPresent(other -> response.setEntity(other, null, MediaType.APPLICATION_JSON_TYPE));
        }
    }
}
