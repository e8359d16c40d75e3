package org.esquive.rehearsal;

import java.util.Map;

/// Who was reached by replies.
///
/// @param people everybody of a role who has a phone
/// @param reached those of them who got a reply
/// @param most most replies that one person of a role got
/// @param afterStop replies to people who had asked for silence, beside the one confirmation
/// @param afterRestart replies to machines after the program was started again
public record Reached(
        Map<Role, Integer> people,
        Map<Role, Integer> reached,
        Map<Role, Integer> most,
        int afterStop,
        int afterRestart) {

    /// How many people of a role there are.
    public int people(Role role) {
        return people.getOrDefault(role, 0);
    }

    /// How many people of a role got a reply.
    public int reached(Role role) {
        return reached.getOrDefault(role, 0);
    }

    /// Most replies that one person of a role got.
    public int mostToOne(Role role) {
        return most.getOrDefault(role, 0);
    }

    /// Most replies that anybody got.
    public int mostToOne() {
        return most.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
