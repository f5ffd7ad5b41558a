package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can reach what behind a security group. */
class SecurityGroupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, IpProtocol: tcp, FromPort: 22, ToPort: 22}]} | PUBLIC_ACCESS HIGH Any address of the internet can now reach port 22
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIpv6: '::/0', FromPort: 443, ToPort: 443}]} | PUBLIC_ACCESS MEDIUM Any address of the internet can now reach port 443
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, IpProtocol: '-1'}]} | PUBLIC_ACCESS HIGH Any address of the internet can now reach all ports
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/1, IpProtocol: udp, FromPort: 0, ToPort: 65535}]} | PUBLIC_ACCESS HIGH Any address of the internet can now reach all ports (udp)
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: 22, ToPort: 22}]} | PUBLIC_ACCESS LOW 10.0.0.0/8 can now reach port 22
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 8.8.8.0/24, FromPort: 1, ToPort: 80}]} | PUBLIC_ACCESS MEDIUM 8.8.8.0/24 can now reach ports 1-80
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{SourceSecurityGroupId: !GetAtt G.GroupId, FromPort: 1, ToPort: 1}]} | PUBLIC_ACCESS LOW G.GroupId can now reach port 1
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: !ImportValue r, FromPort: 1, ToPort: 1}]} | PUBLIC_ACCESS LOW a peer that is not known yet can now reach port 1
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: !If [C, [], []]} | PUBLIC_ACCESS MEDIUM? Who can reach it is known only after the deployment
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: 1, ToPort: 90}]} | {SecurityGroupIngress: [{CidrIp: 10.1.0.0/16, FromPort: 22, ToPort: 22}]} | DOWNTIME LOW 10.0.0.0/8 can no longer reach ports 1-90
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, IpProtocol: '-1'}]} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, IpProtocol: udp, FromPort: 1, ToPort: 2}]} | DOWNTIME LOW 10.0.0.0/8 can no longer reach all ports
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, IpProtocol: tcp, FromPort: 1, ToPort: 1}]} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, IpProtocol: udp, FromPort: 1, ToPort: 1}]} | PUBLIC_ACCESS LOW 10.0.0.0/8 can now reach port 1 (udp);; DOWNTIME LOW 10.0.0.0/8 can no longer reach port 1
          AWS::EC2::SecurityGroup | {SecurityGroupEgress: [{CidrIp: 10.0.0.0/8, FromPort: 1, ToPort: 1}]} | {} | PUBLIC_ACCESS LOW It can now reach all ports of any address
          AWS::EC2::SecurityGroup | {} | {SecurityGroupEgress: [{CidrIp: 10.0.0.0/8, FromPort: 1, ToPort: 1}]} | DOWNTIME LOW It can no longer reach all ports of any address
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: 1, ToPort: 2}]} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: !Ref P, ToPort: !Ref P}]} | PUBLIC_ACCESS LOW 10.0.0.0/8 can now reach port P;; DOWNTIME LOW 10.0.0.0/8 can no longer reach ports 1-2
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: !Ref P, ToPort: !Ref P}]} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: !Ref P, ToPort: !Ref Q}]} | PUBLIC_ACCESS LOW 10.0.0.0/8 can now reach port P-Q;; DOWNTIME LOW 10.0.0.0/8 can no longer reach port P
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, FromPort: !ImportValue p}]} | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, FromPort: !ImportValue p}, {CidrIp: 10.0.0.0/8, FromPort: !ImportValue p}]} | -
          AWS::EC2::SecurityGroup | - | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, FromPort: !ImportValue p}]} | PUBLIC_ACCESS HIGH Any address of the internet can now reach a port that is not known yet
          AWS::EC2::SecurityGroup | - | {GroupDescription: d} | -
          AWS::EC2::SecurityGroup | - | {SecurityGroupEgress: [{DestinationPrefixListId: pl-1, FromPort: 443, ToPort: 443}]} | PUBLIC_ACCESS LOW It can now reach port 443 of pl-1
          AWS::EC2::SecurityGroup | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: 22, ToPort: 22}]} | - | -
          AWS::EC2::SecurityGroupIngress | {CidrIp: 10.0.0.0/8} | {CidrIp: 0.0.0.0/0} | PUBLIC_ACCESS HIGH Any address of the internet can now reach all ports
          AWS::EC2::SecurityGroupIngress | - | {CidrIp: 0.0.0.0/0, FromPort: 80, ToPort: 80} | PUBLIC_ACCESS MEDIUM Any address of the internet can now reach port 80
          AWS::EC2::SecurityGroupIngress | {CidrIp: 0.0.0.0/0, FromPort: 80, ToPort: 80} | - | DOWNTIME LOW The internet can no longer reach port 80
          AWS::EC2::SecurityGroupEgress | - | {CidrIp: 0.0.0.0/0, FromPort: 80, ToPort: 80} | PUBLIC_ACCESS LOW It can now reach port 80 of any address
          AWS::EC2::SecurityGroupEgress | {CidrIp: 1.2.3.4/32, FromPort: 80, ToPort: 80} | - | DOWNTIME LOW It can no longer reach port 80 of 1.2.3.4/32
          """)
  void saysWhoComesInAndWhereItGoesOut(String type, String before, String after, String expected) {
    assertThat(
            Risks.words(Risks.of(type, before, after), RiskKind.PUBLIC_ACCESS, RiskKind.DOWNTIME))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected));
  }
}
