package org.esquive.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/// What a page hands to the one it redirects to (`RedirectAttributes.addFlashAttribute`): kept in memory for three
/// minutes, for keepers who are signed in. A restart in between, or another node, and it is gone: hand over what may
/// be missed.
public final class Parcels extends AbstractFlashMapManager {
    private static final int MOST_SESSIONS = 128;

    private final Map<String, List<FlashMap>> kept = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<FlashMap>> eldest) {
            return size() > MOST_SESSIONS;
        }
    });

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return whose(request).map(kept::get).orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        whose(request).ifPresent(key -> {
            var _ = maps.isEmpty() ? kept.remove(key) : kept.put(key, maps);
        });
    }

    @Override
    protected Object getFlashMapsMutex(HttpServletRequest request) {
        return kept;
    }

    private static Optional<String> whose(HttpServletRequest request) {
        return Visits.token(request).map(Tokens::hash);
    }
}
