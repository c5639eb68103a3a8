"""What the deployment says of bad input, and the order and age of what it uploads."""

import pathlib
import tempfile
import unittest
from types import SimpleNamespace

import deploy
from botocore import exceptions


def refused(code, message="no"):
    return exceptions.ClientError({"Error": {"Code": code, "Message": message}}, "GetCallerIdentity")


class Formation:
    """A CloudFormation with one stack in this state."""

    def __init__(self, state, events=()):
        self.state, self.events, self.asked = state, list(events), []

    def describe_stacks(self, StackName):
        if self.state is None:
            raise refused("ValidationError", f"Stack with id {StackName} does not exist")
        return {"Stacks": [{"StackStatus": self.state}]}

    def describe_stack_events(self, StackName):
        return {"StackEvents": self.events}

    def delete_stack(self, StackName):
        self.asked.append("delete")

    def continue_update_rollback(self, StackName):
        self.asked.append("continue")

    def get_waiter(self, what):
        return SimpleNamespace(wait=lambda StackName: self.asked.append(what))

    def client(self, _service):
        return self


class Access(unittest.TestCase):
    def test_every_way_not_to_be_known_is_a_sentence_with_the_next_step(self):
        for error, word in [
            (exceptions.NoCredentialsError(), "No AWS credentials"),
            (exceptions.PartialCredentialsError(provider="env", cred_var="aws_secret_access_key"), "No AWS credentials"),
            (exceptions.ProfileNotFound(profile="there-is-none"), "there-is-none"),
            (exceptions.NoRegionError(), "AWS_REGION="),
            (exceptions.UnauthorizedSSOTokenError(), "aws sso login"),
            (exceptions.EndpointConnectionError(endpoint_url="https://sts.nowhere.amazonaws.com"), "cannot be reached"),
            (refused("InvalidClientTokenId"), "does not accept these credentials"),
            (refused("SignatureDoesNotMatch"), "does not accept these credentials"),
            (refused("ExpiredToken"), "have run out"),
            (refused("AccessDenied", "you may not"), "you may not"),
        ]:
            self.assertIn(word, str(deploy.problem_of_access(error)), type(error).__name__)
        self.assertIsNone(deploy.problem_of_access(refused("Throttling")))


class Settings(unittest.TestCase):
    def of(self, text, environment="dev"):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "samconfig.toml"
            path.write_text(text)
            return deploy.settings(environment, path)

    def test_the_environments_of_the_project_have_stacks_of_their_own_and_valid_parameters(self):
        found = [deploy.settings(environment) for environment in ("dev", "prod", "localstack")]
        self.assertEqual(len({one["stack_name"] for one in found}), 3)
        for one in found:
            deploy.check_parameters(deploy.overrides(one))

    def test_an_environment_that_is_not_there_and_a_file_that_is_none(self):
        with self.assertRaisesRegex(deploy.Problem, "no environment test; it has dev"):
            self.of("version = 0.1\n[dev.deploy.parameters]\nstack_name = 'x'\n", "test")
        with self.assertRaisesRegex(deploy.Problem, "cannot be read"):
            self.of("[dev")

    def test_parameters_are_read_as_sam_writes_them(self):
        text = 'DomainName="" MailFrom="no-reply@example.org" LogRetentionDays=30'
        expected = {"DomainName": "", "MailFrom": "no-reply@example.org", "LogRetentionDays": "30"}
        self.assertEqual(deploy.overrides({"parameter_overrides": text}), expected)
        self.assertEqual(deploy.overrides({"parameter_overrides": ["A=1", "B=2"]}), {"A": "1", "B": "2"})
        self.assertEqual(deploy.overrides({}), {})

    def test_a_parameter_out_of_range_is_told_before_anything_is_built(self):
        for given, word in [
            ({"LogRetentionDays": "8"}, "must be one of 1, 3, 5"),
            ({"Architecture": "arm"}, "must be one of arm64, x86_64"),
            ({"MailFrom": "Trajectory <no-reply@example.org>"}, "a plain address"),
            ({"DomainName": "https://example.org", "CertificateArn": ""}, "a domain in small letters"),
            ({"DomainName": "health.example.org"}, "go together"),
            ({"CertificateArn": "arn:aws:acm:eu-central-1:123456789012:certificate/a"}, "in us-east-1"),
            ({"WebAclArn": "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/a/b"}, "global web ACL"),
            ({"Domain": "x"}, "no parameter Domain"),
        ]:
            with self.assertRaisesRegex(deploy.Problem, word):
                deploy.check_parameters(given)
        deploy.check_parameters({"LogRetentionDays": "30", "MailFrom": "", "DomainName": "", "CertificateArn": ""})


class Mail(unittest.TestCase):
    def cloud(self, region):
        session = SimpleNamespace(get_available_regions=lambda service: ["eu-central-1"])
        found = {"VerificationAttributes": {"example.org": {"VerificationStatus": "Success"}}}
        service = SimpleNamespace(get_identity_verification_attributes=lambda Identities: found)
        return SimpleNamespace(region=region, session=session, client=lambda name: service)

    def test_a_region_without_ses_is_told_with_those_that_have_it(self):
        with self.assertRaisesRegex(deploy.Problem, "not in mars-north-1.*eu-central-1, or leave MailFrom empty"):
            deploy.check_mail(self.cloud("mars-north-1"), "no-reply@example.org")
        deploy.check_mail(self.cloud("mars-north-1"), "")
        deploy.check_mail(self.cloud("eu-central-1"), "no-reply@example.org")


class Stack(unittest.TestCase):
    def test_a_stack_that_can_be_deployed_to_is_left_alone(self):
        for state in (None, "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"):
            formation = Formation(state)
            deploy.make_ready(formation, "t")
            self.assertEqual(formation.asked, [], state)

    def test_a_first_deployment_that_failed_is_removed_and_a_rollback_that_hangs_is_finished(self):
        failed = Formation("ROLLBACK_COMPLETE")
        deploy.make_ready(failed, "t")
        self.assertEqual(failed.asked, ["delete", "stack_delete_complete"])
        hanging = Formation("UPDATE_ROLLBACK_FAILED")
        deploy.make_ready(hanging, "t")
        self.assertEqual(hanging.asked, ["continue", "stack_rollback_complete"])

    def test_a_stack_that_is_being_changed_or_removed_is_not_touched(self):
        for state, word in [("UPDATE_IN_PROGRESS", "Wait"), ("UPDATE_ROLLBACK_IN_PROGRESS", "Wait"), ("DELETE_FAILED", "make destroy")]:
            formation = Formation(state)
            with self.assertRaisesRegex(deploy.Problem, word):
                deploy.make_ready(formation, "t")
            self.assertEqual(formation.asked, [])

    def test_the_first_reason_of_the_last_failure_is_told(self):
        def event(name, status, reason):
            return {"LogicalResourceId": name, "ResourceStatus": status, "ResourceStatusReason": reason}
        # As CloudFormation tells them: the newest first.
        events = [
            event("t", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Files]."),
            event("Web", "CREATE_FAILED", "Resource creation cancelled"),
            event("Files", "CREATE_FAILED", "trajectory-files already exists"),
            event("t", "CREATE_IN_PROGRESS", "User Initiated"),
            event("Table", "CREATE_FAILED", "of an earlier deployment"),
        ]
        reason = deploy.reason_of_failure(Formation("ROLLBACK_COMPLETE", events), "t")
        self.assertEqual(reason, "Files: trajectory-files already exists")
        self.assertIn("choose another stack_name", deploy.explained(reason))
        self.assertIn("run the same command again", deploy.explained("Table: something new"))


class WebApp(unittest.TestCase):
    def test_pages_come_after_what_they_refer_to_and_are_not_kept(self):
        names = deploy.in_order(["index.html", "assets/b.js", "favicon.svg", "assets/a.css"])
        self.assertEqual(names, ["assets/a.css", "assets/b.js", "favicon.svg", "index.html"])
        self.assertEqual([deploy.cache_control(name) for name in names[1:]], ["public, max-age=31536000, immutable", "no-cache", "no-cache"])


if __name__ == "__main__":
    unittest.main()
