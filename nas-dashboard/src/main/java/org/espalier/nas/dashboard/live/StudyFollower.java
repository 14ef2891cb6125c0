package org.espalier.nas.dashboard.live;

import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;
import org.jspecify.annotations.Nullable;

/**
 * Follower of one study, which is read when somebody asks, and then only if and where it has
 * changed. Its methods may be called from several threads.
 */
final class StudyFollower {

  /** A process that dies leaves no trace in the store. */
  private static final long HOLDER_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StudyRepository studies;
  private final String key;
  private final LookPace pace = new LookPace(40);
  private volatile @Nullable FollowedStudy state;
  private @Nullable NasException failure;
  private String version = "";
  private long nextHolder;

  StudyFollower(StudyRepository studies, String key) {
    this.studies = studies;
    this.key = key;
  }

  /**
   * Returns the state of the study.
   *
   * @param recent true if a state is wanted that was true within the last fraction of a second,
   *     false if one that is true now
   * @throws NasException if it cannot be read now
   */
  FollowedStudy look(boolean recent) {
    return look(recent, System.nanoTime());
  }

  private synchronized FollowedStudy look(boolean recent, long asked) {
    FollowedStudy known = state;
    if (pace.isDue(recent, asked)) {
      long begin = pace.begin();
      try {
        known = read(known, begin);
        state = known;
        failure = null;
      } catch (NasException unreadable) {
        failure = unreadable;
      } finally {
        pace.end();
      }
    }
    if (failure != null || known == null) {
      throw failure == null ? new NasException("The study " + key + " cannot be read.") : failure;
    }
    return known;
  }

  private FollowedStudy read(@Nullable FollowedStudy before, long begin) {
    String now = studies.version(key);
    if (before == null) {
      StoredStudy study = studies.read(key);
      FollowedStudy first = FollowedStudy.first(study, holder(StudyOutline.of(study), begin));
      version = now;
      return first;
    }
    boolean changed = !now.equals(version);
    if (!changed && begin - nextHolder < 0) {
      return before;
    }
    StoredStudy study = changed ? studies.read(key, before.study()) : before.study();
    StudyOutline outline = changed ? StudyOutline.of(study) : before.head().outline();
    FollowedStudy next = before.next(study, holder(outline, begin));
    version = now;
    return next;
  }

  private @Nullable String holder(StudyOutline outline, long begin) {
    nextHolder = begin + HOLDER_NANOS;
    return StudyHead.isOpen(outline) ? studies.holder(key).orElse(null) : null;
  }

  /** Returns the number of measurements that the state holds. */
  long weight() {
    FollowedStudy known = state;
    return known == null
        ? 0
        : known.study().trials().stream().mapToLong(trial -> 1 + trial.measurements().size()).sum();
  }
}
