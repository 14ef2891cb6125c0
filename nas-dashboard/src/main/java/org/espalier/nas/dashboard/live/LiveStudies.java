package org.espalier.nas.dashboard.live;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.run.StudyLibrary;

/**
 * The studies that pages look at, each kept in memory and read again only where it changes. Those
 * that nobody has looked at for longest are dropped when there are too many measurements. Its
 * methods may be called from several threads.
 */
public final class LiveStudies {

  private final StudyLibrary library;
  private final long capacity;
  private final Map<String, StudyFollower> followers = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Creates an empty cache.
   *
   * @param capacity the number of measurements that it keeps; a larger study is kept alone
   */
  LiveStudies(StudyLibrary library, long capacity) {
    this.library = library;
    this.capacity = capacity;
  }

  /**
   * Returns the state of a study.
   *
   * @param name its name in the library
   * @return empty if there is no such study
   * @throws NasException if it cannot be read now
   */
  public Optional<FollowedStudy> find(String name) {
    return look(name, false);
  }

  /** Returns the state of a study within the last fraction of a second, as {@link #find} does. */
  Optional<FollowedStudy> recent(String name) {
    return look(name, true);
  }

  private Optional<FollowedStudy> look(String name, boolean recent) {
    Optional<StudyFollower> known = follower(name);
    try {
      return known.map(follower -> follower.look(recent));
    } catch (StoreException e) {
      if (e.kind() == Kind.MISSING) {
        drop(name);
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<StudyFollower> follower(String name) {
    synchronized (followers) {
      StudyFollower known = followers.get(name);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<StudyFollower> made =
        library.find(name).map(entry -> new StudyFollower(library.repository(), entry.key()));
    made.ifPresent(this::makeRoom);
    synchronized (followers) {
      return made.map(follower -> followers.computeIfAbsent(name, absent -> follower));
    }
  }

  private void drop(String name) {
    synchronized (followers) {
      followers.remove(name);
    }
  }

  private void makeRoom(StudyFollower newest) {
    synchronized (followers) {
      long sum = followers.values().stream().mapToLong(StudyFollower::weight).sum();
      Iterator<StudyFollower> oldest = followers.values().iterator();
      while (sum > capacity && oldest.hasNext()) {
        sum -= oldest.next().weight();
        oldest.remove();
      }
    }
  }

  /** Returns the number of studies in memory. */
  int size() {
    synchronized (followers) {
      return followers.size();
    }
  }
}
