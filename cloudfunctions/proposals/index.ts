import { proposals as contract } from '@/types/proposals'
import { serve } from '../kit/serve'
import { addTask } from './addTask'
import { answerComplaint } from './answerComplaint'
import { answerProposal } from './answerProposal'
import { callOffMeeting } from './callOffMeeting'
import { checkInAtMeeting } from './checkInAtMeeting'
import { claimWish } from './claimWish'
import { complain } from './complain'
import { complaintsForStaff } from './complaintsForStaff'
import { confirmWish } from './confirmWish'
import { coSign } from './coSign'
import { coSignOnPaper } from './coSignOnPaper'
import { decideProposal } from './decideProposal'
import { decideWish } from './decideWish'
import { finishTask } from './finishTask'
import { fulfilWish } from './fulfilWish'
import { giveBackWish } from './giveBackWish'
import { joinMeeting } from './joinMeeting'
import { judgePhoto } from './judgePhoto'
import { leaveMeeting } from './leaveMeeting'
import { meeting } from './meeting'
import { meetingCode } from './meetingCode'
import { meetingForStaff } from './meetingForStaff'
import { meetings } from './meetings'
import { meetingsForStaff } from './meetingsForStaff'
import { mergeWishes } from './mergeWishes'
import { myProposals } from './myProposals'
import { myTasks } from './myTasks'
import { myWishes } from './myWishes'
import { proposal } from './proposal'
import { proposalForStaff } from './proposalForStaff'
import { proposals } from './proposals'
import { proposalsForStaff } from './proposalsForStaff'
import { readWords } from './readWords'
import { saveMeeting } from './saveMeeting'
import { saveSettings } from './saveSettings'
import { settings } from './settings'
import { settleTask } from './settleTask'
import { settleWish } from './settleWish'
import { takeBackSignature } from './takeBackSignature'
import { tasksForStaff } from './tasksForStaff'
import { tickAtMeeting } from './tickAtMeeting'
import { undoMerge } from './undoMerge'
import { wish } from './wish'
import { wishes } from './wishes'
import { wishesForStaff } from './wishesForStaff'
import { wishForStaff } from './wishForStaff'
import { withdrawProposal } from './withdrawProposal'
import { withdrawWish } from './withdrawWish'
import { writeMinutes } from './writeMinutes'
import { writeProposal } from './writeProposal'
import { writeWish } from './writeWish'

export const main = serve(contract, {
  wishes,
  wish,
  myWishes,
  writeWish,
  withdrawWish,
  claimWish,
  giveBackWish,
  fulfilWish,
  confirmWish,
  proposals,
  proposal,
  myProposals,
  writeProposal,
  withdrawProposal,
  coSign,
  takeBackSignature,
  meetings,
  meeting,
  joinMeeting,
  leaveMeeting,
  checkInAtMeeting,
  myTasks,
  finishTask,
  complain,
  wishesForStaff,
  wishForStaff,
  decideWish,
  settleWish,
  readWords,
  judgePhoto,
  mergeWishes,
  undoMerge,
  proposalsForStaff,
  proposalForStaff,
  decideProposal,
  answerProposal,
  coSignOnPaper,
  meetingsForStaff,
  meetingForStaff,
  saveMeeting,
  callOffMeeting,
  meetingCode,
  tickAtMeeting,
  writeMinutes,
  addTask,
  tasksForStaff,
  settleTask,
  complaintsForStaff,
  answerComplaint,
  settings,
  saveSettings,
})
