package org.esquive.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The contract, and what each problem means.
@RestController
@RequestMapping("/api/v1")
public final class DocumentApi {
    private static final String DOCUMENT = "api/openapi.json";

    @GetMapping("/openapi.json")
    @NeedsNothing
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource(DOCUMENT));
    }

    @GetMapping("/problems/{problem}")
    @NeedsNothing
    ProblemView problem(@PathVariable("problem") String problem) {
        return Fault.of(problem)
                .map(fault -> new Refusal(fault, "").view())
                .orElseThrow(() -> Refusal.notFound("problem of that name"));
    }
}
