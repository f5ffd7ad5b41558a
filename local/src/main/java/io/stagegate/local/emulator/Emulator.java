package io.stagegate.local.emulator;

import java.net.InetAddress;
import java.net.URI;

/** A running emulator of AWS. Closing stops it, unless it was there before. */
public sealed interface Emulator extends AutoCloseable
    permits ExternalEmulator, ContainerEmulator, VenvEmulator {
  /** Its address as this machine reaches it, without a slash at its end. */
  URI endpoint();

  /** Says in a few words what it is, for people. */
  String description();

  @Override
  void close();

  /**
   * How an emulator reaches a process of this machine.
   *
   * @param bind where that process has to listen
   * @param hostName the name to call it by
   */
  record WayBack(InetAddress bind, String hostName) {
    /** From a process of this machine. */
    public static WayBack loopback() {
      return new WayBack(InetAddress.getLoopbackAddress(), "127.0.0.1");
    }

    /** From a container, or by a name given by the user: loopback would not be reached. */
    public static WayBack named(String hostName) {
      try {
        return new WayBack(InetAddress.getByAddress(new byte[4]), hostName);
      } catch (java.net.UnknownHostException e) {
        throw new IllegalStateException("four bytes are an address", e);
      }
    }
  }
}
